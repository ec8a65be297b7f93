/** What an emitter adds to a package, as people and `package.json` see it. */
interface Part {
  readonly emitter: string;
  /** What the README calls it; absent where it is not worth a word. */
  readonly words?: string;
  /** The module that people import it from. */
  readonly module?: string;
  /** The module is not part of `index.ts`: it needs a library that not everybody wants. */
  readonly apart?: true;
  /** The file that holds it, where that is data. */
  readonly data?: string;
}

/** In the order in which the README names them. */
const parts: readonly Part[] = [
  { emitter: 'types', words: 'types', module: 'types' },
  { emitter: 'validators', words: 'validators', module: 'validators' },
  { emitter: 'validators-zod', words: 'schemas for zod', module: 'validators-zod', apart: true },
  { emitter: 'client', words: 'client', module: 'client' },
  { emitter: 'errors', module: 'errors' },
  { emitter: 'server', words: 'server', module: 'server' },
  { emitter: 'json-schema', words: 'JSON Schema', data: 'json-schema.json' },
  { emitter: 'openapi', words: 'OpenAPI description', data: 'openapi.json' },
  { emitter: 'model', words: 'model', data: 'model.json' },
];

const partsOf = (emitters: readonly string[]): readonly Part[] =>
  parts.filter(({ emitter }) => emitters.includes(emitter));

/** The public modules that a run with these emitters writes, by name. */
export const modulesOf = (emitters: readonly string[]): readonly string[] =>
  partsOf(emitters)
    .flatMap(({ module, apart }) => (module === undefined || apart ? [] : [module]))
    .sort();

/** The modules that are imported by themselves. */
export const modulesApart = (emitters: readonly string[]): readonly string[] =>
  partsOf(emitters).flatMap(({ module, apart }) => (module !== undefined && apart ? [module] : []));

/** What a package is published with beside code, by name. */
export const dataFilesOf = (emitters: readonly string[]): readonly string[] =>
  partsOf(emitters)
    .flatMap(({ data }) => data ?? [])
    .sort();

/** What a package holds, in words; `Package` where none of it has any. */
export function contentsOf(emitters: readonly string[]): string {
  const words = partsOf(emitters).flatMap((part) => part.words ?? []);
  const last = words.pop();
  if (last === undefined) return 'Package';
  const text = words.length > 0 ? `${words.join(', ')} and ${last}` : last;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
