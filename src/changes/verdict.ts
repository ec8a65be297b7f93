/** Which release a change calls for, mildest first. */
export const verdicts = ['none', 'patch', 'minor', 'major'] as const;

export type Verdict = (typeof verdicts)[number];

/** What a rule says in one view; `warn` breaks only some users, who are to look, and by itself is a patch. */
export type Effect = Verdict | 'warn';

/** For an old client against the new service, for code that imports the new SDK, for a handler of the old contract. */
export const views = ['wire', 'types', 'server'] as const;

export type View = (typeof views)[number];

export type Effects = { readonly [V in View]: Effect };

/** The verdict that an effect amounts to. */
export const verdictOf = (effect: Effect): Verdict => (effect === 'warn' ? 'patch' : effect);

/** The gravest; `none` of nothing. */
export const worst = (some: readonly Verdict[]): Verdict =>
  some.reduce<Verdict>((one, other) => (isAtLeast(one, other) ? one : other), 'none');

export const isAtLeast = (verdict: Verdict, limit: Verdict): boolean =>
  verdicts.indexOf(verdict) >= verdicts.indexOf(limit);

/**
 * The version that follows. Below 1.0.0 a major change raises the second number and every other the third, as
 * https://semver.org (4) and the caret ranges of npm have it. Undefined where `current` is not three numbers: what
 * follows a pre-release is for people to say.
 */
export function nextVersion(current: string, verdict: Verdict): string | undefined {
  if (!/^\d+\.\d+\.\d+$/u.test(current)) return undefined;
  const [major = 0, minor = 0, patch = 0] = current.split('.').map(Number);
  if (verdict === 'none') return current;
  const step = major > 0 ? verdict : verdict === 'major' ? 'minor' : 'patch';
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** One line of the table of changes. */
export interface ChangeRule extends Effects {
  /** A few words for the kind of change. */
  readonly title: string;
  /** One sentence: why it has these effects. */
  readonly why: string;
  /** What somebody should look at, where the effects depend on what only people know. */
  readonly look?: string;
}

/** A line of the table, its effects in the order wire, types, server. */
export const rule = (
  title: string,
  [wire, types, server]: readonly [wire: Effect, types: Effect, server: Effect],
  why: string,
  look?: string,
): ChangeRule => ({ title, wire, types, server, why, ...(look !== undefined && { look }) });
