import type { Report } from '../../../../diagnostics/report.js';
import type { MemberFragment, MemberPlace } from '../../../../model/fragments.js';
import { readMember } from './read-member.js';
import type { Block, OutlineSection } from './outline.js';

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
  let place = withoutSentences(section.lead).place ?? start;
  return section.items.map((item) => {
    const { blocks, place: next } = withoutSentences(item.blocks);
    const member = readMember({ ...item, blocks }, place, report);
    place = next ?? place;
    return member;
  });
}

/** The other blocks, and the place that the last such sentence names. */
function withoutSentences(blocks: readonly Block[]): { blocks: Block[]; place: MemberPlace | undefined } {
  let place: MemberPlace | undefined;
  const others = blocks.filter((block) => {
    const named = sentencePlace(block);
    place = named ?? place;
    return named === undefined;
  });
  return { blocks: others, place };
}

function sentencePlace(block: Block): MemberPlace | undefined {
  if (block.kind !== 'line' || block.nested || !/following/i.test(block.text)) return undefined;
  return SENTENCES.find(([sentence]) => sentence.test(block.text))?.[1];
}
