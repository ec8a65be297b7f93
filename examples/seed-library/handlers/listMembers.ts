import type { ListMembersHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { pageOf } from '../pages.js';
import { members, profileOf } from '../store.js';
import { signedIn } from '../tokens.js';

export const listMembers: ListMembersHandler = (input, context) => {
  const { role } = signedIn(context, 'members:read');
  if (role !== 'librarian') throw failure('not_allowed', 'Only librarians see the list of members.');
  const found = [...members.values()]
    .filter((member) => input.role === undefined || member.role === input.role)
    .sort((a, b) => a.display_name.localeCompare(b.display_name));
  const { items, next_cursor } = pageOf(found, input);
  return { items: items.map(({ email: _email, ...member }) => profileOf(member)), next_cursor };
};
