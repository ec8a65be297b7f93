import type { JsonValue } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import type { Change, ChangeSide } from '../change.js';
import { ruleOf, type RuleId } from '../rules.js';

/** A difference as the comparisons yield it: which rule, which fact, what it was and is. */
export interface Finding {
  readonly rule: RuleId;
  readonly fact: string;
  readonly before?: ChangeSide | undefined;
  readonly after?: ChangeSide | undefined;
  /** What the values themselves do not say, such as which of many was added. */
  readonly detail?: string;
  readonly certainty?: number;
  /** Nothing sends or receives it: only the types know it. */
  readonly unused?: boolean;
}

/** A side of a change, without the columns of the model that are not the fact's. */
export const side = (value: JsonValue, { source, known }: Provenance): ChangeSide => ({
  value,
  known,
  source,
});

/** A side that may be missing. */
export const sideOf = (
  fact: (Provenance & { readonly value: JsonValue }) | undefined,
): ChangeSide | undefined => fact && side(fact.value, fact);

/** The finding with the effects of its rule. */
export function judge({ rule, fact, before, after, detail, certainty, unused = false }: Finding): Change {
  const { title, wire, types, server, look } = ruleOf(rule);
  return {
    rule,
    fact,
    message: `${title}: ${fact}${detail === undefined ? '' : ` (${detail})`}`,
    wire: unused ? 'none' : wire,
    types,
    server: unused ? 'none' : server,
    ...(before && { before }),
    ...(after && { after }),
    ...(certainty !== undefined && { certainty }),
    ...(look !== undefined && !unused && { look }),
  };
}

/** `1..64`, `none`. */
export const inWords = (value: JsonValue | undefined): string =>
  value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);

/** `old -> new`. */
export const fromTo = (before: JsonValue | undefined, after: JsonValue | undefined): string =>
  `${inWords(before)} -> ${inWords(after)}`;
