import { compareTexts } from '../../base/compare.js';
import { printJson } from '../../render/json.js';
import { irVersion, type Model } from '../../model/model.js';
import type { Emitter } from '../emitter.js';

/** What an object is about stands first, where that is stated last; the other keys stand between, sorted. */
const first = 'irVersion id kind name value wireName file line column endLine endColumn'.split(' ');
const ranks = new Map([
  ...first.map((key, at) => [key, at - first.length] as const),
  ['known', 1] as const,
  ['source', 2] as const,
]);

const keyOrder = (one: string, other: string): number =>
  (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0) || compareTexts(one, other);

/** A model as it is written to a file: plain JSON, the same bytes for the same model however it came about. */
export const printModel = (model: Model): string => printJson(ordered(model, createKeysOf()));

type KeysOf = (value: object) => KeyOrder;

/** The keys of an object in order. */
interface KeyOrder {
  readonly keys: readonly string[];
  /** They stand so already. */
  readonly isGiven: boolean;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** The same with the keys of each object in order, of those too that a page brings in as an example of JSON. */
function ordered(value: unknown, keysOf: KeysOf): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => ordered(item, keysOf));
  const fields: Readonly<Record<string, unknown>> = Object(value);
  const { keys, isGiven } = keysOf(value);
  // Half of all objects are places in pages.
  if (isGiven && !keys.some((key) => isObject(fields[key]))) return value;
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    const field = ordered(fields[key], keysOf);
    if (key === '__proto__') Object.defineProperty(copy, key, { value: field, enumerable: true });
    else copy[key] = field;
  }
  return copy;
}

/** The way from the first key of objects to those that have the same keys as they stand. */
interface Known {
  readonly next: Map<string, Known>;
  order?: KeyOrder;
}

/** The keys of an object in order, which is found once for all objects that have the same. */
function createKeysOf(): KeysOf {
  const root: Known = { next: new Map() };
  return (value) => {
    const given = Object.keys(value);
    let known = root;
    for (const key of given) {
      let next = known.next.get(key);
      if (!next) known.next.set(key, (next = { next: new Map() }));
      known = next;
    }
    return (known.order ??= orderOf(given));
  };
}

function orderOf(given: readonly string[]): KeyOrder {
  const keys = [...given].sort(keyOrder);
  return { keys, isGiven: keys.every((key, at) => key === given[at]) };
}

/** `model.json`: what the pages say of this service, with the place of every fact. */
export const model: Emitter = {
  id: 'model',
  summary: 'the model that the pages were read into, as JSON',
  emit: ({ service }) => [{ path: 'model.json', content: printModel({ irVersion, services: [service] }) }],
};
