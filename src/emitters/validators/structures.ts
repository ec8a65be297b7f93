import type { Member } from '../../model/model.js';
import { lineComments } from '../../render/comments.js';
import { propertyAccess, stringLiteral } from '../../render/literals.js';
import { objectMembers } from '../../render/reserved.js';
import { renderTemplate } from '../../render/templates.js';
import type { Naming } from '../naming.js';
import { checkOf, type CheckFunctions } from './checks.js';
import type { StructureDefinition, ValueDefinition } from './definitions.js';
import type { Module } from './module.js';
import { levelOf, type ValidationPolicy } from './options.js';
import { createLocals, issue, type Locals, type Place, sinkOf } from './place.js';
import { tableOf, type Tables } from './tables.js';

/** What every structure of one emitted module shares. */
export interface Surroundings {
  readonly module: Module;
  readonly naming: Naming;
  readonly policy: ValidationPolicy;
  readonly functions: CheckFunctions;
  readonly tables: Tables;
}

/** Names in the emitted module. */
export interface CheckNames {
  readonly check: string;
  readonly table: string;
}

/** A structure, a union, or the input or output of an operation. */
type Structure = StructureDefinition & CheckNames;

/** The check function of an output that is the body itself. */
export function printValue(definition: ValueDefinition & CheckNames, around: Surroundings): string {
  const place: Place = {
    module: around.module,
    policy: around.policy,
    locals: createLocals(),
    fact: definition.fact,
    member: definition.type,
    value: 'input',
    level: -1,
    key: stringLiteral(''),
  };
  return renderTemplate('validators/value', {
    name: definition.check,
    contextType: around.module.runtime('Context'),
    isOptional: definition.isOptional,
    check: checkOf(definition.value, around.functions)(place),
  });
}

/** The table constant and the check function of a structure. */
export function printStructure(structure: Structure, around: Surroundings): string {
  const locals = createLocals();
  const unionLevel = sinkOf({ ...around, fact: structure.fact }, 'union');
  const isUnion = structure.kind === 'union' && unionLevel !== undefined;
  return renderTemplate('validators/structure', {
    table: structure.table,
    tableExpression: tableOf(structure.members, around.tables, around.naming),
    tableType: around.module.runtime('MemberTable'),
    membersOf: around.module.runtime('membersOf'),
    contextType: around.module.runtime('Context'),
    name: structure.check,
    isEmpty: structure.members.length === 0,
    isUnion,
    unionIssue: isUnion ? around.module.runtime('unionIssue') : '',
    unionSink: unionLevel?.sink ?? '',
    unionComment: unionLevel?.comment ? lineComments([unionLevel.comment]) : '',
    members: structure.members.map((member) => memberView(member, structure, around, locals)),
  });
}

function memberView(member: Member, structure: Structure, around: Surroundings, locals: Locals): object {
  const key = around.naming.key(member);
  const place: Place = {
    module: around.module,
    policy: around.policy,
    locals,
    fact: `${structure.fact}.${member.name}`,
    member: member.name,
    value: locals(key),
    level: 0,
    key: stringLiteral(key),
  };
  const check = checkOf(member.type, around.functions)(place);
  return {
    value: place.value,
    access: accessOf(key, around.module),
    ...presence(member, structure, place),
    check,
  };
}

/** What every object inherits counts only where the object has it itself. */
const accessOf = (key: string, module: Module): string =>
  objectMembers.has(key)
    ? `${module.runtime('ownMember')}(members, ${stringLiteral(key)})`
    : propertyAccess('members', key);

/** When the check of a member runs and what happens where it does not. */
function presence(member: Member, structure: Structure, place: Place): object {
  const isRequired = structure.kind === 'structure' && member.required?.value === true;
  const { level, reason } = levelOf(place.policy, place.fact, 'required');
  const isAlways = isRequired && level === 'error';
  const isLax = isAlways && place.policy.requiredOutputs === 'never';
  const warns = isRequired && level === 'warn';
  return {
    isAlways: isAlways && !isLax,
    condition: isLax ? `${place.value} !== undefined || !context.output` : `${place.value} !== undefined`,
    counts: structure.kind === 'union',
    warns,
    warning: warns
      ? `${lineComments([reason])}\n${issue(place, `${place.module.runtime('warn')}(context)`, 'requiredIssue', [])}`
      : '',
  };
}
