import {
  GerminationGrade,
  type DepositPacketHandler,
  type Packet,
} from '../../../generated/thistledown/index.js';
import { findVariety, newId, now, packets } from '../store.js';
import { signedIn } from '../tokens.js';

export const depositPacket: DepositPacketHandler = ({ shelf = 'A1-00', ...seed }, context) => {
  signedIn(context, 'catalogue:write');
  findVariety(seed.variety_id);
  const packet: Packet = {
    id: newId('pkt'),
    ...seed,
    shelf,
    status: 'available',
    grade: GerminationGrade.UNTESTED,
    germination: null,
    created_at: now(),
  };
  packets.set(packet.id, packet);
  return packet;
};
