import type { Report } from '../diagnostics/report.js';
import { fact, type SyntaxMessage } from '../model/fragments.js';
import type { Member } from '../model/model.js';
import { typesWithin } from '../model/walk.js';
import { withFormat } from './nested-syntax.js';

const ISO_8601 = /\bISO\W?8601\b/i;

/** "Returned in UNIX epoch time. Your SDK might render it in a format like ISO 8601": the words speak of both. */
const SECONDS = /\b(?:unix|epoch)\b|\bseconds since\b/i;

/**
 * Gives timestamps that no syntax block shows the format of RFC 3339 where their description says that they are written
 * as ISO 8601. Inferred, and reported: descriptions are written for readers, who may see what an SDK makes of a number.
 */
export const withDescribedFormats = (
  members: readonly Member[],
  isShown: (member: Member) => boolean,
  report: Report,
): Member[] =>
  members.map((member) => {
    const { name, type, source, description = '' } = member;
    if (!isOpen(member) || isShown(member) || !ISO_8601.test(description) || SECONDS.test(description))
      return member;
    report('timestamp-format-inferred', { member: name }, source);
    return { ...member, type: withFormat(type, fact('dateTime', source, 'inferred')) };
  });

/** True where a timestamp has no format, in a place that has another one by itself. */
const isOpen = ({ type, location }: Member): boolean =>
  location.value !== 'query' &&
  location.value !== 'label' &&
  typesWithin(type).some((inner) => inner.kind === 'timestamp' && !inner.format);

/** Whether the JSON that a syntax block shows has the member. */
export const showsMember =
  (syntax: SyntaxMessage | undefined) =>
  ({ name, location }: Member): boolean =>
    location.value === 'body' &&
    syntax?.body?.kind === 'structure' &&
    syntax.body.members.some((shown) => shown.name === name);
