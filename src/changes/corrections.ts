import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { contradictions } from '../diagnostics/catalogue/contradictions.js';
import type { SourceRange } from '../diagnostics/position.js';
import type { Change } from './change.js';
import type { Correction } from './document.js';

/** The findings of linking that say that pages contradict themselves, beside those of the checks. */
const linkingContradictions: ReadonlySet<string> = new Set([
  'member-not-described',
  'member-not-in-syntax',
  'member-repeated',
  'type-disagrees',
  'shape-member-not-described',
  'shape-member-not-shown',
  'label-not-in-path',
  'status-disagrees',
  'error-repeated',
  'error-status-disagrees',
  'error-members-disagree',
  'shape-repeated',
  'operation-repeated',
  'pages-disagree',
  'name-case-differs',
]);

/** Those of them that doubt whether a thing is there at all, so that its coming or going may mend them. */
const existential: ReadonlySet<string> = new Set([
  'member-not-described',
  'member-not-in-syntax',
  'shape-member-not-described',
  'shape-member-not-shown',
  'pages-disagree',
  'name-case-differs',
]);

const isContradiction = ({ code }: Diagnostic): boolean =>
  linkingContradictions.has(code) || Object.hasOwn(contradictions, code);

export interface Corrected {
  /** What is left: changes of the API. */
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
}

/**
 * Sets apart what the pages corrected of themselves: contradictions that only one side has, and the changes of the very
 * facts that they are about.
 */
export function separateCorrections(
  changes: readonly Change[],
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Corrected {
  const [old, now] = [before.filter(isContradiction), after.filter(isContradiction)];
  const [oldKeys, nowKeys] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))];
  const corrections = [
    ...old.filter((one) => !nowKeys.has(keyOf(one))).map((one) => correction('mended', one, changes)),
    ...now.filter((one) => !oldKeys.has(keyOf(one))).map((one) => correction('introduced', one, changes)),
  ];
  const explained = new Set(corrections.flatMap((one) => one.changes));
  return { changes: changes.filter((change) => !explained.has(change)), corrections };
}

/** The same contradiction on another line, in another folder or in another form of the page, is the same. */
const keyOf = ({ code, message, source }: Diagnostic): string =>
  `${code}\0${
    source?.file
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/u, '') ?? ''
  }\0${message}`;

function correction(kind: Correction['kind'], finding: Diagnostic, changes: readonly Change[]): Correction {
  const { code, message, source, related = [] } = finding;
  const places = [...(source ? [{ message, source }] : []), ...related];
  const isAbout = (change: Change): boolean => {
    const fact = kind === 'mended' ? change.before : change.after;
    const both = change.before !== undefined && change.after !== undefined;
    if (!fact || change.rule === 'wording' || !(both || existential.has(code))) return false;
    return places.some((place) => overlap(place.source, fact.source));
  };
  return { kind, code, message, places, changes: changes.filter(isAbout) };
}

const overlap = (one: SourceRange, other: SourceRange): boolean =>
  one.file === other.file && one.line <= other.endLine && other.line <= one.endLine;
