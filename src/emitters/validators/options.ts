/** What a constraint does where a value does not satisfy it: fail, report without failing, or nothing. */
export type Level = 'error' | 'warn' | 'off';

/** The constraints that have a level. */
export type ValidationRule =
  | 'required'
  | 'length'
  | 'count'
  | 'range'
  | 'pattern'
  | 'values'
  | 'format'
  | 'union';

/** A level and why it is not `error`; the reason is printed beside the check. */
export interface LevelSetting {
  readonly level: Level;
  readonly reason: string;
}

export interface ValidationPolicy {
  /**
   * By rule (`pattern`), by fact (`CreateUser.input.emailAddress.pattern`, `User.emailAddress.pattern`) or by what
   * a fact's id begins with (`CreateUser.input.emailAddress`); the longest that fits wins. `error` where none does.
   */
  readonly levels?: { readonly [ruleOrFact: string]: LevelSetting };
  /**
   * Pages state of the members of data types whether they are required, of those of responses never. `stated` (the
   * default) holds values from the service to what is stated; `never` lets them lack anything.
   */
  readonly requiredOutputs?: 'stated' | 'never';
}

const standard: LevelSetting = { level: 'error', reason: '' };

/** The level of a rule at a fact, such as `required` at `CreateUser.input.emailAddress`. */
export function levelOf(policy: ValidationPolicy, fact: string, rule: ValidationRule): LevelSetting {
  const { levels } = policy;
  if (!levels) return standard;
  const parts = `${fact}.${rule}`.split('.');
  for (let length = parts.length; length > 0; length--) {
    const id = parts.slice(0, length).join('.');
    if (Object.hasOwn(levels, id)) return levels[id] ?? standard;
  }
  return (Object.hasOwn(levels, rule) && levels[rule]) || standard;
}
