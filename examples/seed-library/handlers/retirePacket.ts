import type { RetirePacketHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { findPacket } from '../store.js';
import { signedIn } from '../tokens.js';

export const retirePacket: RetirePacketHandler = ({ packet_id }, context) => {
  signedIn(context, 'catalogue:write');
  const packet = findPacket(packet_id);
  const isAway = packet.status === 'on_loan' || packet.status === 'reserved';
  if (isAway) throw failure('packet_unavailable', `The packet ${packet_id} is part of a loan.`);
  packet.status = 'retired';
};
