import type { Config } from './config.js';
import type { Fault, Path } from './source.js';

/** What there is to name in a configuration. */
export interface KnownNames {
  readonly emitters: readonly string[];
  readonly dialects: readonly string[];
}

/** Emitters and dialects that a configuration names, and that there are not. */
export function unknownNames(config: Config, known: KnownNames): readonly Fault[] {
  const services = Object.entries(config.services).flatMap(([id, { emitters, dialects }]) => [
    ...unknownIn(['services', id, 'emitters'], emitters, known.emitters),
    ...unknownIn(['services', id, 'dialects'], dialects, known.dialects),
  ]);
  return [...unknownIn(['emitters'], config.emitters, known.emitters), ...services];
}

const unknownIn = (path: Path, names: readonly string[] = [], known: readonly string[]): readonly Fault[] =>
  names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [{ path: [...path, index], where: path.join('.'), found: `"${name}"`, expected: known.join(', ') }],
  );
