import type { Config } from './config.js';
import type { Fault, Path } from './source.js';

/** What there is to name in a configuration. */
export interface KnownNames {
  readonly emitters: readonly string[];
  readonly dialects: readonly string[];
  readonly ecosystems: readonly string[];
  readonly protocols: readonly string[];
}

/** What a configuration names, and that there is not. */
export function unknownNames(config: Config, known: KnownNames): readonly Fault[] {
  const services = Object.entries(config.services).flatMap(([id, service]) => [
    ...unknownIn(['services', id, 'emitters'], service.emitters, known.emitters),
    ...unknownIn(['services', id, 'dialects'], service.dialects, known.dialects),
    ...unknownName(['services', id, 'ecosystem'], service.ecosystem, known.ecosystems),
    ...unknownName(['services', id, 'protocol'], service.protocol, known.protocols),
  ]);
  return [...unknownIn(['emitters'], config.emitters, known.emitters), ...services];
}

const unknownIn = (path: Path, names: readonly string[] = [], known: readonly string[]): readonly Fault[] =>
  names.flatMap((name, index) =>
    unknownName([...path, index], name, known).map((fault) => ({ ...fault, where: path.join('.') })),
  );

const unknownName = (path: Path, name: string | undefined, known: readonly string[]): readonly Fault[] =>
  name === undefined || known.includes(name)
    ? []
    : [{ path, where: path.join('.'), found: `"${name}"`, expected: known.join(', ') }];
