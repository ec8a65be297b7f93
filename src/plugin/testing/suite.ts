/** Declares one test, as `test` and `it` of test frameworks do. */
export type DeclareTest = (name: string, body: () => void | Promise<void>) => void;

/** Throws where something does not hold. */
export function check(holds: boolean, problem: string): asserts holds {
  if (!holds) throw new Error(problem);
}

/** Throws where two values differ as JSON. */
export function checkSame(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  check(one === other, `${what}: expected ${cut(other)}, found ${cut(one)}`);
}

const cut = (text: string | undefined): string =>
  text === undefined ? 'nothing' : text.length > 400 ? `${text.slice(0, 400)}...` : text;
