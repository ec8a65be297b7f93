import type { SourceRange } from '../diagnostics/position.js';
import type { JsonValue } from '../model/model.js';
import type { Known } from '../model/provenance.js';
import type { RuleId } from './rules.js';
import type { Effects } from './verdict.js';

/** A fact on one side of a change. */
export interface ChangeSide {
  readonly value: JsonValue;
  readonly known: Known;
  readonly source: SourceRange;
  /** The line that states it, where the pages are at hand. */
  readonly line?: string;
}

/** One difference between two models, judged. */
export interface Change extends Effects {
  readonly rule: RuleId;
  /** The id of the fact, by the new names where something was renamed. */
  readonly fact: string;
  /** One line for people. */
  readonly message: string;
  /** Absent where the fact is new. */
  readonly before?: ChangeSide;
  /** Absent where the fact is gone. */
  readonly after?: ChangeSide;
  /** How sure it is that two names mean the same thing, above 0 and up to 1; only of renames. */
  readonly certainty?: number;
  /** What somebody should look at. */
  readonly look?: string;
}
