import { aws } from './aws/index.js';
import type { Dialect } from './dialect.js';
import type { Ecosystem } from './ecosystem.js';
import { http } from './http/index.js';

/** Every ecosystem there is. */
export const ecosystems: readonly Ecosystem[] = [http, aws];

/** The ecosystem of an id; the first where none has it. */
export const ecosystemOf = (id: string, among: readonly Ecosystem[] = ecosystems): Ecosystem => {
  const found = among.find((ecosystem) => ecosystem.id === id) ?? among[0];
  if (!found) throw new RangeError('There is no ecosystem.');
  return found;
};

/** A model of an earlier version in today's form; undefined where no ecosystem knows it. */
export function migrateModel(
  model: unknown,
  version: string,
  among: readonly Ecosystem[] = ecosystems,
): unknown {
  for (const ecosystem of among) {
    const migrated = ecosystem.migrateModel?.(model, version);
    if (migrated !== undefined) return migrated;
  }
  return undefined;
}

/** Every page format with the ecosystem that it belongs to. */
export const dialectsOf = (
  among: readonly Ecosystem[] = ecosystems,
): readonly { readonly dialect: Dialect; readonly ecosystem: Ecosystem }[] =>
  among.flatMap((ecosystem) => ecosystem.dialects.map((dialect) => ({ dialect, ecosystem })));
