import { fact } from '../ir/fragments.js';
import type { Member } from '../ir/model.js';

const TOKEN_NAME = /^(client|idempotency|creation|caller)?-?(request)?-?(token|reference)$/i;

/**
 * Marks the member that makes a request safe to repeat: its name says that it is a token of the client and its
 * description that it is about idempotency. Inferred: no page says that a client should fill it in.
 */
export const markIdempotencyTokens = (members: readonly Member[]): Member[] =>
  members.map((member) =>
    isToken(member) ? { ...member, idempotencyToken: fact(true, member.source, 'inferred') } : member,
  );

const isToken = ({ name, type, description = '' }: Member): boolean =>
  type.kind === 'string' && TOKEN_NAME.test(name) && name.length > 5 && /idempoten/i.test(description);
