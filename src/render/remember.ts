/** Makes something of a text once, as long as few others come in between. */
export function remember<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    if (known.size > 1000) known.clear();
    known.set(text, made);
    return made;
  };
}
