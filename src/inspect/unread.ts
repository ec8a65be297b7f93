import type { HouseStyle } from '../base/house-style.js';
import { catalogue } from '../diagnostics/catalogue/index.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceRange } from '../diagnostics/position.js';
import { visible } from '../diagnostics/visible.js';
import { missedLines } from '../ecosystems/coverage.js';

/** All that stands in one form and was not understood. */
export interface UnreadGroup {
  readonly form: string;
  readonly times: number;
  readonly lines: number;
  readonly pages: number;
  /** The first place. */
  readonly sample: SourceRange;
  readonly reading?: HouseStyle;
}

/** What was not understood, by its form; what takes most lines first. */
export function unreadGroups(diagnostics: readonly Diagnostic[]): readonly UnreadGroup[] {
  const groups = new Map<string, { group: UnreadGroup; pages: Set<string> }>();
  for (const one of diagnostics) {
    const { source, unread } = one;
    const lines = missedLines(one).length;
    if (!source || lines === 0) continue;
    const form = unread?.form ?? titleOf(one.code);
    const before = groups.get(form);
    const pages = (before?.pages ?? new Set()).add(source.file);
    const reading = united(before?.group.reading, unread?.reading);
    const group = {
      form,
      times: (before?.group.times ?? 0) + 1,
      lines: (before?.group.lines ?? 0) + lines,
      pages: pages.size,
      sample: before?.group.sample ?? source,
      ...(reading && { reading }),
    };
    groups.set(form, { group, pages });
  }
  return [...groups.values()].map(({ group }) => group).sort((a, b) => b.lines - a.lines);
}

const titleOf = (code: string): string =>
  Object.hasOwn(catalogue, code) ? catalogue[code as keyof typeof catalogue].title.toLowerCase() : code;

/** Two proposals as one; what the first says of a word holds. */
export function united(
  first: HouseStyle | undefined,
  second: HouseStyle | undefined,
): HouseStyle | undefined {
  if (!first || !second) return first ?? second;
  const { columns, places, types, components } = { ...second, ...first };
  return {
    ...(columns && { columns: { ...second.columns, ...first.columns } }),
    ...(places && { places: { ...second.places, ...first.places } }),
    ...(types && { types: { ...second.types, ...first.types } }),
    ...(components && { components: { ...second.components, ...first.components } }),
  };
}

/** How often and where something stands: `17 times on 4 pages, 120 lines`. */
export const countsOf = ({ times, pages, lines }: UnreadGroup): string =>
  `${counted(times, 'time')} on ${counted(pages, 'page')}, ${counted(lines, 'line')}`;

const counted = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

/** The `reading` of a configuration, as it is written there. */
export const readingLine = (reading: HouseStyle): string => `"reading": ${JSON.stringify(reading)}`;

/** The groups for people: the form, how often, one place with its line, and what would teach it. */
export function unreadText(
  groups: readonly UnreadGroup[],
  sourceText: (file: string) => string | undefined,
): string {
  if (groups.length === 0) return 'Every line that can state facts was understood.\n';
  return groups.map((group) => `${groupLines(group, sourceText).join('\n')}\n`).join('\n');
}

function groupLines(group: UnreadGroup, sourceText: (file: string) => string | undefined): readonly string[] {
  const { file, line } = group.sample;
  const text = sourceText(file)?.split('\n')[line - 1]?.trim() ?? '';
  return [
    visible(`${group.form}: ${countsOf(group)}`),
    visible(`  ${file}:${line}${text === '' ? '' : `  ${text.slice(0, 100)}`}`),
    ...(group.reading ? [visible(`  ${readingLine(group.reading)}`)] : []),
  ];
}
