import { short } from './format/sides.js';
import { verdictOfChange, type DiffDocument } from './document.js';
import type { Change } from './change.js';

const headings: readonly (readonly [heading: string, isUnder: (change: Change) => boolean])[] = [
  ['Breaking', (change) => verdictOfChange(change) === 'major'],
  ['Added and changed', (change) => verdictOfChange(change) === 'minor'],
  ['Deprecated', ({ rule }) => rule === 'deprecated'],
  ['Documentation', (change) => verdictOfChange(change) === 'patch' && change.rule !== 'deprecated'],
];

/** What changed, as a section of a changelog; `version` heads it. */
export function changelogSection(document: DiffDocument, version: string): string {
  const parts = headings.flatMap(([heading, isUnder]) => {
    const items = document.changes.filter(isUnder).map(item);
    return items.length === 0 ? [] : [`### ${heading}`, items.join('\n')];
  });
  const prose = document.prose.length > 0 ? ['Wording of the documentation changed.'] : [];
  return [`## ${version}`, ...parts, ...prose].join('\n\n');
}

/** Text of pages stands in code spans, so that none of it is taken for Markdown. */
const item = ({ message }: Change): string => `- \`${short(message, 200).replaceAll('`', "'")}\``;

const title = '# Changelog';

/** A changelog with the section of a version on top; a section of the same version gives way to it. */
export function withSection(changelog: string | undefined, section: string): string {
  const text = (changelog ?? title).replaceAll('\r\n', '\n').trimEnd();
  const [head = title, ...sections] = text.split(/\n(?=## )/u);
  const [heading] = section.split('\n');
  const others = sections.filter((one) => one.split('\n')[0] !== heading);
  return `${[head.trimEnd(), section, ...others.map((one) => one.trimEnd())].join('\n\n')}\n`;
}

/** A file for https://github.com/changesets/changesets; undefined where nothing is to be released. */
export function changesetText(document: DiffDocument, packageName: string): string | undefined {
  if (document.verdict === 'none') return undefined;
  const changes = document.changes.filter((change) => verdictOfChange(change) === document.verdict).map(item);
  const body = changes.length > 0 ? changes.join('\n') : 'Wording of the documentation changed.';
  return `---\n${JSON.stringify(packageName)}: ${document.verdict}\n---\n\nThe reference pages changed.\n\n${body}\n`;
}
