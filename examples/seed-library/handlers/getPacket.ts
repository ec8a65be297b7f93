import type { GetPacketHandler } from '../../../generated/thistledown/index.js';
import { findPacket } from '../store.js';
import { signedIn } from '../tokens.js';

export const getPacket: GetPacketHandler = ({ packet_id }, context) => {
  signedIn(context);
  return findPacket(packet_id);
};
