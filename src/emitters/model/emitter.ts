import { printJson } from '../../render/json.js';
import { irVersion, type Model } from '../../ir/model.js';
import type { Emitter } from '../emitter.js';

/** What an object is about stands first, where that is stated last; the other keys stand between, sorted. */
const first = 'irVersion id kind name value wireName file line column endLine endColumn'.split(' ');
const ranks = new Map([
  ...first.map((key, at) => [key, at - first.length] as const),
  ['known', 1] as const,
  ['source', 2] as const,
]);

const keyOrder = (one: string, other: string): number =>
  (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0) || (one < other ? -1 : one > other ? 1 : 0);

/** A model as it is written to a file: plain JSON, the same bytes for the same model however it came about. */
export const printModel = (model: Model): string => printJson(model, keyOrder);

/** `model.json`: what the pages say of this service, with the place of every fact. */
export const model: Emitter = {
  id: 'model',
  summary: 'the model that the pages were read into, as JSON',
  emit: ({ service }) => [{ path: 'model.json', content: printModel({ irVersion, services: [service] }) }],
};
