import type { PrintLabelHandler } from '../../../generated/thistledown/index.js';
import { labels } from '../label.js';
import { findPacket, findVariety } from '../store.js';
import { signedIn } from '../tokens.js';

export const printLabel: PrintLabelHandler = ({ packet_id, size = 'medium', copies = 1 }, context) => {
  signedIn(context);
  const { id, variety_id, harvest_year, shelf } = findPacket(packet_id);
  const { name, botanical_name } = findVariety(variety_id);
  return labels([name, botanical_name, `${harvest_year}, shelf ${shelf}`, id], size, copies);
};
