import type { Report } from '../../../../diagnostics/report.js';
import { fact, type ErrorFragment, type MemberFragment } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import type { LabelledLine } from './labels.js';
import type { Item, OutlineSection } from './outline.js';
import { describe, linesOf } from './prose.js';
import { partition, readMember } from './read-member.js';

const ERROR_NAME = /(Exception|Error|Fault|Failure)$/;

/** Reads an error section. An item between an error's head and its status is a member of that error. */
export function readErrors(section: OutlineSection, report: Report): ErrorFragment[] {
  return grouped(section.items).map(([head, ...members]) => readError(head, members, report));
}

type Group = readonly [Item, ...Item[]];

function grouped(items: readonly Item[]): Group[] {
  const groups: [Item, ...Item[]][] = [];
  for (const item of items) {
    const open = groups.at(-1);
    if (open && !hasStatus(open.at(-1)) && !ERROR_NAME.test(item.name)) open.push(item);
    else groups.push([item]);
  }
  return groups;
}

const isStatus = (text: string): boolean => /^HTTP Status Code\s*:/i.test(text);

const hasStatus = (item: Item | undefined): boolean =>
  item !== undefined && linesOf(item.blocks).some((line) => isStatus(line.text));

function readError(head: Item, members: readonly Item[], report: Report): ErrorFragment {
  const { labelled, prose } = partition(linesOf(head.blocks), report);
  const last = members.at(-1);
  const statusLines = last ? partition(linesOf(last.blocks), () => undefined).labelled : labelled;
  const status = readStatus(statusLines, report);
  const description = describe(prose);
  if (!status) report('error-without-status', { error: head.name }, head.source);
  return {
    name: head.name,
    ...(status && { status }),
    ...(description && { description }),
    members: members.map((item) => errorMember(item, report)),
    source: head.source,
    known: 'stated',
  };
}

const errorMember = (item: Item, report: Report): MemberFragment =>
  readMember(
    {
      ...item,
      blocks: item.blocks.filter((block) => block.kind !== 'line' || !isStatus(block.text)),
    },
    'body',
    report,
  );

function readStatus(labelled: readonly LabelledLine[], report: Report): Fact<number> | undefined {
  const line = labelled.find(({ label }) => label === 'status');
  if (!line) return undefined;
  const status = Number(line.text.replace(/\.$/, ''));
  if (Number.isInteger(status) && status >= 100 && status <= 599) return fact(status, line.line.source);
  report('status-unknown', { text: line.text }, line.line.source);
  return undefined;
}
