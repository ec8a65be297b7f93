import { failure } from './failures.js';

const answers = new Map<string, { readonly request: string; readonly output: unknown }>();

/** Acts once for each key: a repeated request gets the answer of the first. One that fails is not remembered. */
export function once<Output>(key: string, input: object, act: () => Output): Output {
  const request = JSON.stringify(input);
  const known = answers.get(key);
  if (known === undefined) {
    const output = act();
    answers.set(key, { request, output });
    return output;
  }
  if (known.request !== request) throw failure('key_reused', 'The key was used for another request.');
  // Keys are of one operation only, so that what was kept is an output of it.
  return known.output as Output;
}
