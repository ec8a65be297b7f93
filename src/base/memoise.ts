/** Makes something at the first call, and gives the same from then on. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes something of a text once, as long as few others come in between. */
export function memoise<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    if (known.size > 1000) known.clear();
    known.set(text, made);
    return made;
  };
}
