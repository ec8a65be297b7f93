import { randomBytes } from 'node:crypto';
import type {
  ExchangeTokenInput,
  ExchangeTokenOutput,
  HandlerContext,
  MemberRole,
} from '../../generated/thistledown/index.js';
import type { ServerRequest } from '../../generated/thistledown/runtime/messages.js';
import { failure } from './failures.js';
import { members, type StoredMember } from './store.js';

type Scope = 'catalogue:write' | 'loans' | 'profile' | 'members:read';

/** Whom a token acts for, what it allows and until when, in milliseconds. */
interface Session {
  readonly member: StoredMember;
  readonly scopes: readonly Scope[];
  readonly until: number;
}

/** What each role is given when it signs in. */
const scopesOf: Readonly<Record<MemberRole, readonly Scope[]>> = {
  borrower: ['loans', 'profile'],
  steward: ['loans', 'profile', 'catalogue:write'],
  librarian: ['loans', 'profile', 'catalogue:write', 'members:read'],
};

const lifetime = 3600;
const sessions = new Map<string, Session>();
const refreshTokens = new Map<string, StoredMember>();

/** A real sign-in page gives out codes that work once; here, `basil` signs Basil in. */
const memberOfCode = (code = ''): StoredMember | undefined => members.get(`mem_${code}`);

/** Who sends the request, nobody where it has no token. Handlers ask `signedIn` what they may do. */
export function authenticate({ headers }: ServerRequest): Session | undefined {
  const header = headers.get('authorization');
  if (!header) return undefined;
  const session = sessions.get(header.replace(/^Bearer /i, ''));
  if (session && session.until > Date.now()) return session;
  throw failure('token_invalid', 'The token is unknown or has expired.');
}

/** The member that a request acts for. Throws where it has no token, or one without the scope. */
export function signedIn({ identity }: HandlerContext, scope?: Scope): StoredMember {
  // It is what `authenticate` gave.
  const session = identity as Session | undefined;
  if (!session) throw failure('token_missing', 'Please send a token.');
  if (scope && !session.scopes.includes(scope))
    throw failure('scope_missing', `This takes the scope ${scope}.`);
  return session.member;
}

export function exchange({
  grant_type,
  code,
  redirect_uri,
  refresh_token = '',
}: ExchangeTokenInput): ExchangeTokenOutput {
  const isRefresh = grant_type === 'refresh_token';
  const member = isRefresh ? refreshTokens.get(refresh_token) : redirect_uri && memberOfCode(code);
  if (!member) throw failure('invalid_grant', `The ${isRefresh ? 'refresh token' : 'code'} is not valid.`);
  refreshTokens.delete(refresh_token);
  return tokenFor(member);
}

function tokenFor(member: StoredMember): ExchangeTokenOutput {
  const scopes = scopesOf[member.role as MemberRole];
  const access_token = newToken('at');
  const refresh_token = newToken('rt');
  sessions.set(access_token, { member, scopes, until: Date.now() + lifetime * 1000 });
  refreshTokens.set(refresh_token, member);
  return { access_token, token_type: 'Bearer', expires_in: lifetime, scope: scopes.join(' '), refresh_token };
}

const newToken = (kind: 'at' | 'rt'): string => `tdn_${kind}_${randomBytes(18).toString('base64url')}`;
