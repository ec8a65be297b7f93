import { isDeepStrictEqual } from 'node:util';
import type { SourceRange } from '../diagnostics/position.js';
import type { ConfigSource, Path } from './source.js';

/** Places in a configuration by what was asked for, as `placeName` writes it. */
export type Places = Readonly<Record<string, SourceRange>>;

const placeName = (path: Path, of: 'key' | 'value'): string => JSON.stringify([path, of]);

/** A source that answers from memory, and only parses the file for what was never asked. */
export const withPlaces = (source: ConfigSource, places: Places): ConfigSource => ({
  ...source,
  locate: async (path, of) => places[placeName(path, of)] ?? (await source.locate(path, of)),
});

/** A source that remembers the places that it was asked for. */
export function recordPlaces(source: ConfigSource): {
  readonly source: ConfigSource;
  readonly places: Places;
} {
  const places: Record<string, SourceRange> = {};
  const locate: ConfigSource['locate'] = async (path, of) =>
    (places[placeName(path, of)] ??= await source.locate(path, of));
  return { source: { ...source, locate }, places };
}

/** Whether JSON holds all of a value: code, or a key without a value, would be lost. */
export const isPlainJson = (value: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(value) ?? 'null'), value);
