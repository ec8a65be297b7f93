import type { UpdateYourProfileHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { members, profileOf } from '../store.js';
import { signedIn } from '../tokens.js';

export const updateYourProfile: UpdateYourProfileHandler = (changes, context) => {
  const member = signedIn(context, 'profile');
  const others = [...members.values()].filter((other) => other !== member);
  if (changes.email !== undefined && others.some(({ email }) => email === changes.email)) {
    throw failure('email_taken', `Another member has the address ${changes.email}.`);
  }
  return profileOf(Object.assign(member, changes));
};
