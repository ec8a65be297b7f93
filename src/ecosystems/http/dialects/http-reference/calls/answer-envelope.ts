import { rangeAt } from '../../../../../diagnostics/position.js';
import { fact, type MemberFragment, type ResponseFragment } from '../../../../../model/fragments.js';
import type { Page } from '../../../../dialect.js';
import { scalarOf } from '../type-words.js';

/** The object around every answer of a guide, and which of its members holds what a method gives. */
export interface AnswerEnvelope {
  readonly content: string;
  readonly members: readonly MemberFragment[];
}

const QUOTE = '[‘’\'"`*_]{1,3}';
const CONTENT = new RegExp(
  `\\b(?:results?|data|answer|value|outcome)\\b[^.\\n]{0,60}\\b(?:found|stands?|is|are|held|given|be) in (?:the |its )?(?:field |member )?${QUOTE}(\\w{1,40})${QUOTE}`,
  'i',
);
const FIELD = new RegExp(
  `\\b(always |optional )?(?:has |have )?(?:an? )?(optional )?([A-Z]?[a-z]+) (?:field|property|member|key)s? ${QUOTE}(\\w{1,40})${QUOTE}`,
  'g',
);

/** `It always has a Boolean field 'ok' … the result can be found in the 'result' field`, in one paragraph. */
export function answerEnvelope(pages: readonly Page[]): AnswerEnvelope | undefined {
  for (const page of pages) {
    const found = CONTENT.exec(page.text);
    const content = found?.[1];
    if (!found || content === undefined) continue;
    const start = page.text.lastIndexOf('\n\n', found.index) + 1;
    const end = page.text.indexOf('\n\n', found.index);
    const paragraph = page.text.slice(start, end < 0 ? undefined : end).slice(0, 3000);
    if (!/\b(?:responses?|answers?|repl(?:y|ies))\b/i.test(paragraph)) continue;
    const members = [...paragraph.matchAll(FIELD)].flatMap((match) => memberOf(match, start, page));
    return { content, members: members.filter(({ name }) => name !== content) };
  }
  return undefined;
}

function memberOf(match: RegExpExecArray, start: number, page: Page): readonly MemberFragment[] {
  const [whole, before, behind, word = '', name = ''] = match;
  const meaning = scalarOf(word)?.scalar;
  if (meaning === undefined || meaning === 'float' || meaning === 'blob') return [];
  const source = rangeAt(page.path, page.text, start + match.index, whole.length);
  const isOptional = /optional/.test(`${before ?? ''}${behind ?? ''}`);
  const required = before?.startsWith('always')
    ? fact(true, source)
    : isOptional
      ? fact(false, source)
      : undefined;
  return [
    {
      name,
      place: 'body',
      type: { kind: meaning, constraints: [], source, known: 'stated' },
      ...(required && { required }),
      source,
      known: 'stated',
    },
  ];
}

/** The response with the envelope around what it holds. */
export function inAnswer(response: ResponseFragment, envelope: AnswerEnvelope | undefined): ResponseFragment {
  const [whole] = response.members;
  if (!envelope || whole?.place !== 'payload') return response;
  const content = { ...whole, name: envelope.content, place: 'body' as const };
  return { ...response, members: [...envelope.members, content] };
}
