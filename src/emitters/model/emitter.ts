import { printJson } from '../../render/json.js';
import { irVersion, type Model } from '../../ir/model.js';
import type { Emitter } from '../emitter.js';

/** Keys that say what an object is about come first, where it is stated last; the others are sorted. */
const first = ['irVersion', 'id', 'kind', 'name', 'value', 'wireName'];
const last = ['known', 'source'];

const rank = (key: string): number => {
  const start = first.indexOf(key);
  if (start >= 0) return start;
  return first.length + (last.includes(key) ? 1 : 0);
};

const byRank = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0);

/** The same value with the keys of every object in one order, however it came about. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(byRank).map(([key, item]) => [key, ordered(item)]));
}

/** A model as it is written to a file: plain JSON, the same bytes for the same model. */
export const printModel = (model: Model): string => printJson(ordered(model));

/** `model.json`: what the pages say of this service, with the place of every fact. */
export const model: Emitter = {
  id: 'model',
  summary: 'the model that the pages were read into, as JSON',
  emit: ({ service }) => [{ path: 'model.json', content: printModel({ irVersion, services: [service] }) }],
};
