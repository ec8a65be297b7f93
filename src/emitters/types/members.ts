import { propertyKey } from '../../render/literals.js';
import type { Member } from '../../model/model.js';
import { memberDoc } from '../docs.js';
import type { Naming } from '../naming.js';
import { typeText, type Openness } from './type-text.js';

/** How the members of one type are printed. */
export interface MemberStyle {
  readonly openness: Openness;
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
    type: typeText(member.type, naming, style.openness),
    optional,
    orUndefined: optional && style.given,
  };
}

/** One way to fill a union: this member, none of the others. */
export interface BranchView {
  readonly doc: string;
  readonly key: string;
  readonly type: string;
  readonly others: readonly string[];
}

export function branchViews(
  members: readonly Member[],
  naming: Naming,
  openness: Openness,
): readonly BranchView[] {
  const keys = members.map((member) => propertyKey(naming.key(member)));
  return members.map((member, at) => ({
    doc: memberDoc(member),
    key: keys[at] ?? '',
    type: typeText(member.type, naming, openness),
    others: keys.filter((_, other) => other !== at),
  }));
}
