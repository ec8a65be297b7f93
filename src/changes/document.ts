import { compareTexts } from '../base/compare.js';
import type { Related } from '../diagnostics/diagnostic.js';
import type { Change } from './change.js';
import { rulesVersion, type RuleId } from './rules.js';
import { verdictOf, views, worst, type Verdict, type View } from './verdict.js';

/** What `docwright diff --format json` prints; its JSON Schema is published as `schemas/diff.schema.json`. */
export interface DiffDocument {
  /** The version of this form. */
  readonly version: '1.0';
  /** The version of the table of rules. */
  readonly rulesVersion: string;
  /** The sides, as they were named. */
  readonly old: string;
  readonly new: string;
  /** Present where pages of either side could not be read: what is missing of them shows as changes that are none. */
  readonly incomplete?: readonly string[];
  /** The gravest of the views. */
  readonly verdict: Verdict;
  readonly views: { readonly [V in View]: Verdict };
  /** Present where the configuration says the version of the package. */
  readonly proposedVersion?: string;
  /** The changes of the API, the gravest first. */
  readonly changes: readonly Change[];
  /** Changes of nothing but wording, examples and links. */
  readonly prose: readonly Change[];
  /** What pages corrected, or began to contradict, of themselves: no change of the API, and not counted. */
  readonly corrections: readonly Correction[];
  /** Changes that the configuration accepts: not counted. */
  readonly suppressed: readonly SuppressedChange[];
}

/** A contradiction in the pages that one side has and the other has not. */
export interface Correction {
  readonly kind: 'mended' | 'introduced';
  /** The code of the finding, as `docwright explain` knows it. */
  readonly code: string;
  readonly message: string;
  readonly places: readonly Related[];
  /** What the facts that it was about were and are. */
  readonly changes: readonly Change[];
}

export interface SuppressedChange {
  readonly change: Change;
  readonly reason: string;
  /** The last day, as `2027-03-31`. */
  readonly expires: string;
}

/** A change that the configuration accepts until a day. */
export interface Suppression {
  /** The id of the fact. */
  readonly fact: string;
  readonly rule: RuleId;
  readonly reason: string;
  /** The last day, as `2027-03-31`. */
  readonly expires: string;
}

/** What the comparison of two sides came to, before it is summed up. */
export interface Compared {
  readonly old: string;
  readonly new: string;
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
  readonly suppressed: readonly SuppressedChange[];
}

/** Sums changes up: API and prose apart, a verdict for each view and over all. */
export function documentOf({ changes, corrections, suppressed, ...sides }: Compared): DiffDocument {
  const inViews = viewsOf(changes);
  return {
    version: '1.0',
    rulesVersion,
    old: sides.old,
    new: sides.new,
    verdict: worst(Object.values(inViews)),
    views: inViews,
    changes: changes.filter(({ rule }) => rule !== 'wording').sort(gravestFirst),
    prose: changes.filter(({ rule }) => rule === 'wording').sort(gravestFirst),
    corrections,
    suppressed,
  };
}

const viewsOf = (changes: readonly Change[]): DiffDocument['views'] => {
  const inView = (view: View): Verdict => worst(changes.map((change) => verdictOf(change[view])));
  return { wire: inView('wire'), types: inView('types'), server: inView('server') };
};

/** The verdict of one change: the gravest of its views. */
export const verdictOfChange = (change: Change): Verdict =>
  worst(views.map((view) => verdictOf(change[view])));

const order: { readonly [V in Verdict]: number } = { major: 0, minor: 1, patch: 2, none: 3 };

/** The same order whatever the order of the pages. */
const gravestFirst = (one: Change, other: Change): number =>
  order[verdictOfChange(one)] - order[verdictOfChange(other)] ||
  compareTexts(one.fact, other.fact) ||
  compareTexts(one.rule, other.rule);

/** Whether two models say the same, up to the places where they say it. */
export const isEmpty = ({ changes, prose, corrections, suppressed }: DiffDocument): boolean =>
  changes.length + prose.length + corrections.length + suppressed.length === 0;
