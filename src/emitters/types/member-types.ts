import { propertyKey } from '../../render/literals.js';
import type { Member } from '../../model/model.js';
import { membersFor } from '../directions.js';
import { memberDoc } from '../docs.js';
import type { Naming } from '../naming.js';
import { typeText, type TypeStyle } from './type-text.js';

/** How the members of one type are printed. */
export interface MemberStyle extends TypeStyle {
  /** Callers write it, and may write `undefined` for what they leave out. */
  readonly given: boolean;
}

/** A property of an interface. */
export interface PropertyView {
  readonly doc: string;
  readonly key: string;
  readonly type: string;
  readonly optional: boolean;
  readonly orUndefined: boolean;
}

export function propertyView(member: Member, naming: Naming, style: MemberStyle): PropertyView {
  const optional = member.required?.value !== true;
  return {
    doc: memberDoc(member),
    key: propertyKey(naming.key(member)),
    type: typeText(member.type, naming, style),
    optional,
    orUndefined: optional && style.given,
  };
}

/** The members that travel in the direction of the style. */
export const propertyViews = (
  members: readonly Member[],
  naming: Naming,
  style: MemberStyle,
): readonly PropertyView[] =>
  membersFor(members, style.direction).map((member) => propertyView(member, naming, style));

/** One way to fill a union: this member, none of the others. */
export interface BranchView {
  readonly doc: string;
  readonly key: string;
  readonly type: string;
  readonly others: readonly string[];
}

export function branchViews(all: readonly Member[], naming: Naming, style: TypeStyle): readonly BranchView[] {
  const members = membersFor(all, style.direction);
  const keys = members.map((member) => propertyKey(naming.key(member)));
  return members.map((member, at) => ({
    doc: memberDoc(member),
    key: keys[at] ?? '',
    type: typeText(member.type, naming, style),
    others: keys.filter((_, other) => other !== at),
  }));
}
