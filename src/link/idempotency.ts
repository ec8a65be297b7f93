import { fact } from '../model/fragments.js';
import type { Member } from '../model/model.js';

const TOKEN_NAME = /^(client|idempotency|creation|caller)?-?(request)?-?(token|reference)$/i;

/** Somebody other than the caller makes one up: "If you don't set the token, the service generates one". */
const MADE_UP =
  /\b(?:don't|do not|not|n't)\s+(?:set|specify|specified|provide|provided|supply|supplied)\b[^.]*\b(?:generates?|adds?|populates?)\b/i;

/**
 * Marks the member that makes a request safe to repeat: its name says that it is a token of the client and its
 * description that it is about idempotency, or that it is made up where the caller leaves it out. Inferred: no page says
 * that a client should fill it in.
 */
export const markIdempotencyTokens = (members: readonly Member[]): Member[] =>
  members.map((member) =>
    isToken(member) ? { ...member, idempotencyToken: fact(true, member.source, 'inferred') } : member,
  );

const isToken = ({ name, type, description = '' }: Member): boolean =>
  type.kind === 'string' &&
  TOKEN_NAME.test(name) &&
  name.length > 5 &&
  (/idempoten/i.test(description) || MADE_UP.test(description.replaceAll('\u2019', "'")));
