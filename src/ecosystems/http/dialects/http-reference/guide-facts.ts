import type { GuideFragment } from '../../../../model/fragments.js';
import { authIn } from './auth-facts.js';
import { errorMembersIn } from './error-facts.js';
import type { PageContext } from './page-context.js';
import { serversIn } from './server-facts.js';

/** What a page states for the whole guide: where requests go, how callers show who they are, what errors look like. */
export function guideFacts(page: PageContext): readonly GuideFragment[] {
  const [servers, auth, errorMembers] = [serversIn(page), authIn(page), errorMembersIn(page)];
  const source = servers[0]?.source ?? auth[0]?.source ?? errorMembers[0]?.source;
  if (!source) return [];
  return [
    {
      kind: 'guide',
      servers,
      auth,
      input: [],
      errors: [],
      errorMembers,
      page: page.analysis.page.path,
      lines: 0,
      source,
      known: 'stated',
    },
  ];
}
