import { byPath } from '../base/compare.js';
import { lineComments } from '../render/comments.js';
import type { Report } from '../diagnostics/report.js';
import type { BoundService } from '../ecosystems/ecosystem.js';
import type { EmitOptions, EmittedFile, Emitter } from './emitter.js';
import { emitters } from './registry.js';
import { runtimeFiles } from './runtime-files.js';
import { reportUnsaid } from './unsaid.js';

/** These emitters, and those that they need. */
function withNeeds(ids: readonly string[], among: readonly Emitter[]): ReadonlySet<string> {
  const wanted = new Set(ids);
  for (const id of wanted) among.find((one) => one.id === id)?.needs?.forEach((need) => wanted.add(need));
  return wanted;
}

/** Reports what the chosen outputs, and those that they need, have no words for. */
export function reportLeftOut(
  { service }: BoundService,
  ids: readonly string[],
  report: Report,
  among: readonly Emitter[] = emitters,
): void {
  const wanted = withNeeds(ids, among);
  for (const { id, unsaid = [] } of among) if (wanted.has(id)) reportUnsaid(service, id, unsaid, report);
}

/**
 * The files of one generated package, before formatting: those of the chosen emitters and the files of the runtime that
 * they import. Sorted by path.
 * @param ids the emitters to run, as in the configuration, beside those that they need; their order does not matter.
 * @throws RangeError at an id that no emitter has.
 */
export const emitService = (
  bound: BoundService,
  ids: readonly string[],
  options: EmitOptions,
): readonly EmittedFile[] => [...emitInTurns(bound, ids, options)].flat().sort(byPath);

/** The same in turns, one for each emitter and a last one for the runtime, for who has work to do in between. */
export function* emitInTurns(
  bound: BoundService,
  ids: readonly string[],
  options: EmitOptions,
  among: readonly Emitter[] = emitters,
): Generator<readonly EmittedFile[]> {
  const unknown = ids.find((id) => !among.some((emitter) => emitter.id === id));
  if (unknown !== undefined) throw new RangeError(`There is no emitter ${JSON.stringify(unknown)}.`);
  const wanted = withNeeds(ids, among);
  const chosen = among.filter(({ id }) => wanted.has(id));
  const made: EmittedFile[] = [];
  const { ecosystem } = bound;
  const packages = (): readonly string[] => importedPackages([...made, ...runtimeFiles(made, '', ecosystem)]);
  const settings = { ...options, emitters: chosen.map(({ id }) => id), packages };
  for (const emitter of chosen) {
    const files = emitter.emit(bound, settings);
    made.push(...files);
    yield files;
  }
  yield runtimeFiles(made, lineComments(options.header), ecosystem);
}

/** Declarations of imports and exports from packages. */
const packageImports =
  /^(?:import\s+|(?:import|export)\s[^;'"=()]*\bfrom\s+)'((?:@[\w.-]+\/)?[\w-][\w.-]*)[^']*';/gmu;

/** The npm packages that files of a package import, sorted. */
function importedPackages(files: readonly EmittedFile[]): readonly string[] {
  const code = files.filter(({ path }) => path.endsWith('.ts'));
  const names = code.flatMap(({ content }) =>
    [...content.matchAll(packageImports)].map(([, name = '']) => name),
  );
  return [...new Set(names)].filter((name) => !name.startsWith('node:')).sort();
}
