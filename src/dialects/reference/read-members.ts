import type { Report } from '../../diagnostics/report.js';
import type { MemberFragment, MemberPlace } from '../../ir/fragments.js';
import { readMember } from './read-member.js';
import type { Block, Item, OutlineSection } from './outline.js';

/** Sentences that say where the members that follow travel; each has the word "following". */
const SENTENCES: readonly (readonly [RegExp, MemberPlace])[] = [
  [/uses the following URI parameters/i, 'uri'],
  [/(accepts|returns) the following (HTTP )?headers/i, 'headers'],
  [/accepts the following data in JSON format/i, 'body'],
  [/following data is returned in JSON format/i, 'body'],
  [/accepts the following binary data/i, 'payload'],
  [/returns the following as the HTTP body/i, 'payload'],
  [/sends back the following HTTP response/i, 'status'],
];

/** Reads the members of a section, each with the place that the last such sentence before it names. */
export function readMembers(section: OutlineSection, start: MemberPlace, report: Report): MemberFragment[] {
  let place = placeIn(section.lead) ?? start;
  return section.items.map((item) => {
    const next = placeIn(item.blocks);
    const member = readMember(withoutSentences(item), place, report);
    place = next ?? place;
    return member;
  });
}

function placeIn(blocks: readonly Block[]): MemberPlace | undefined {
  return blocks.map(sentencePlace).findLast((place) => place !== undefined);
}

function sentencePlace(block: Block): MemberPlace | undefined {
  if (block.kind !== 'line' || block.line.nested || !/following/i.test(block.line.text)) return undefined;
  return SENTENCES.find(([sentence]) => sentence.test(block.line.text))?.[1];
}

const withoutSentences = (item: Item): Item => ({
  ...item,
  blocks: item.blocks.filter((block) => sentencePlace(block) === undefined),
});
