import type { AuthDescription, JsonValue } from '../../../model/model.js';

/** What a description states for its scheme. */
export type Options = AuthDescription['options'];

/** What is wrong with an option that has to be a text, in words; undefined where nothing is. */
export function textProblem(options: Options, name: string, allowed?: readonly string[]): string | undefined {
  const value = options[name];
  if (typeof value !== 'string' || value === '') return `\`${name}\` is missing`;
  return allowed && !allowed.includes(value)
    ? `\`${name}\` is ${JSON.stringify(value)}, not one of ${allowed.join(', ')}`
    : undefined;
}

/** The same where it may be absent. */
export const optionalProblem = (
  options: Options,
  name: string,
  allowed?: readonly string[],
): string | undefined => (options[name] === undefined ? undefined : textProblem(options, name, allowed));

/** The first option that the scheme does not have. */
export function unknownProblem(options: Options, known: readonly string[]): string | undefined {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const hint = known.length > 0 ? `expected ${known.join(', ')}` : 'it has none';
  return `\`${unknown}\` is no option of the scheme; ${hint}`;
}

/** The options below one name, as a description of its own. */
export function optionsBelow(options: Options, name: string): Options | undefined {
  const value = options[name];
  return isOptions(value) ? value : undefined;
}

const isOptions = (value: JsonValue | undefined): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text among the options, where it is one. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
