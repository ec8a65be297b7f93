/** Thrown within this folder where a pattern has no equal in JavaScript; the message says why. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}

export function fail(reason: string): never {
  throw new PatternProblem(reason);
}
