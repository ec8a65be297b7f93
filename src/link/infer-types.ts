import type { Member, Operation, Shape } from '../model/model.js';
import type { ScalarType, Type } from '../model/types.js';
import { membersOfOperation } from '../model/walk.js';
import { groupBy } from '../base/group-by.js';
import type { LinkRules } from './rules.js';

/**
 * Gives members whose pages name no type, as those of labels, query and headers, the type that every other member of the
 * same name in the service is stated to have, where their own constraint lines allow it. Without such members the type
 * is what the constraint lines imply, or else what name and description do.
 */
export function inferTypes(
  operations: readonly Operation[],
  shapes: readonly Shape[],
  rules: Pick<LinkRules, 'typeFromWords'>,
): Operation[] {
  const all = [...operations.flatMap(membersOfOperation), ...shapes.flatMap(({ members }) => members)];
  const stated = groupBy(
    all.filter(({ type }) => type.known === 'stated'),
    ({ name }) => name,
  );
  const infer = (member: Member): Member => {
    const type = inferType(member, stated.get(member.name) ?? [], rules);
    return type === member.type ? member : { ...member, type };
  };
  return operations.map((operation) => ({
    ...operation,
    input: operation.input.map(infer),
    responses: operation.responses.map((response) => ({
      ...response,
      members: response.members.map(infer),
    })),
  }));
}

function inferType(
  member: Member,
  namesakes: readonly Member[],
  rules: Pick<LinkRules, 'typeFromWords'>,
): Type {
  const { type } = member;
  if (type.known !== 'inferred' || !isScalar(type)) return type;
  const kinds = new Set(namesakes.map((other) => other.type.kind));
  const [kind] = kinds;
  if (kind === undefined) {
    const open = type.kind === 'string' && type.constraints.length === 0;
    return open ? rules.typeFromWords(member, type) : type;
  }
  if (kinds.size !== 1 || !allowed(type).includes(kind)) return type;
  return { ...type, kind } as Type;
}

const isScalar = (type: Type): type is ScalarType => type.kind === 'string' || type.kind === 'integer';

const NUMBERS: readonly Type['kind'][] = ['integer', 'long', 'float', 'double'];

/** What a type can be whose constraint lines imply the given one; without constraint lines it can be any scalar. */
function allowed(type: ScalarType): readonly Type['kind'][] {
  if (type.kind === 'integer') return NUMBERS;
  return type.constraints.length > 0 ? ['string'] : [...NUMBERS, 'string', 'boolean', 'timestamp'];
}
