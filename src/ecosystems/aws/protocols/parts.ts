import type { Location, Member } from '../../../model/model.js';
import type { PartBinding, PartPlace } from '../../protocol.js';

/** The places of Smithy's HTTP bindings. */
const places: Readonly<Record<Location, PartPlace>> = {
  label: 'path',
  query: 'query',
  header: 'header',
  prefixHeaders: 'prefixHeaders',
  cookie: 'body',
  body: 'body',
  payload: 'payload',
  status: 'status',
};

/** Members where the pages say that they travel. */
export const statedParts = (members: readonly Member[]): readonly PartBinding[] =>
  members.map((member) => ({ member, in: places[member.location.value], name: member.wireName }));
