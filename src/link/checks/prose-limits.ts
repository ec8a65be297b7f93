import type { Report } from '../../diagnostics/report.js';
import type { Constraint, Type } from '../../model/types.js';
import type { PlacedMember } from './check-members.js';

/** What a sentence says of the size of a value. */
interface ProseLimit {
  readonly kind: 'length' | 'count';
  readonly max: number;
  readonly words: string;
}

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d+)`;
const UNITS = String.raw`(characters|items|elements|tags|entries|key[- ]value pairs)`;
const LIMITS = [
  new RegExp(
    String.raw`\b(?:up to|at most|no more than|a maximum of|maximum length (?:of|is)|limited to|(?:can't|cannot|can not|must not) (?:exceed|be longer than|contain more than))\s+${NUMBER} ${UNITS}\b`,
    'gi',
  ),
  new RegExp(String.raw`\b(?:between|from) \d[\d,]* (?:and|to) ${NUMBER} ${UNITS}\b`, 'gi'),
];

/** What every limit has in it; most descriptions name no number of such things at all. */
const COUNTED = new RegExp(String.raw`\d ${UNITS}`, 'i');

/** Finds descriptions that name another limit than the constraint line: a note, for prose is no hard fact. */
export function checkProseLimits(members: readonly PlacedMember[], report: Report): void {
  for (const { container, member } of members) {
    for (const limit of limitsIn(member.description ?? '')) {
      const stated = statedLimit(member.type, limit.kind);
      if (stated?.max === undefined || stated.max === limit.max) continue;
      report(
        'prose-limit-differs',
        { member: `${container}.${member.name}`, words: limit.words, stated: stated.max },
        member.source,
        [{ message: 'the constraint', source: stated.source }],
      );
    }
  }
}

const limitsIn = (text: string): ProseLimit[] =>
  (COUNTED.test(text) ? LIMITS : []).flatMap((limit) =>
    [...text.matchAll(limit)]
      .filter((match) => !isConditional(text, match.index))
      .map(
        (match): ProseLimit => ({
          kind: /characters/i.test(match[2] ?? '') ? 'length' : 'count',
          max: Number((match[1] ?? '').replaceAll(',', '')),
          words: match[0],
        }),
      ),
  );

function statedLimit(
  type: Type,
  kind: 'length' | 'count',
): Extract<Constraint, { kind: 'length' | 'count' }> | undefined {
  for (const constraint of type.constraints) {
    if (constraint.kind === kind && (constraint.kind === 'length' || constraint.kind === 'count'))
      return constraint;
  }
  return undefined;
}

/** A sentence that begins with a condition speaks of a special case. */
function isConditional(text: string, index: number): boolean {
  const start = Math.max(text.lastIndexOf('. ', index), text.lastIndexOf('\n', index)) + 1;
  return /^\s*(?:[-*] )?(?:if|when|for)\b/i.test(text.slice(start, index));
}
