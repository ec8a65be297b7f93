/** How long a client token is remembered, in milliseconds: the ten minutes that the pages promise. */
const memory = 10 * 60_000;

const answers = new Map<string, { readonly output: object; readonly until: number }>();

/**
 * Acts once for each client token: a repeated call gets the answer of the first. An operation that fails is not
 * remembered.
 */
export function once<Output extends object>(
  operation: string,
  clientToken: string | undefined,
  act: () => Output,
): Output {
  if (clientToken === undefined) return act();
  const key = `${operation} ${clientToken}`;
  const known = answers.get(key);
  // What was kept under this key is this operation's own output.
  if (known && known.until > Date.now()) return known.output as Output;
  const output = act();
  answers.set(key, { output, until: Date.now() + memory });
  return output;
}
