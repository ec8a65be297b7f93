import type { UpdateVarietyHandler } from '../../../generated/thistledown/index.js';
import { findVariety, now, requireFreeName, shown } from '../store.js';
import { signedIn } from '../tokens.js';

export const updateVariety: UpdateVarietyHandler = ({ variety_id, ...changes }, context) => {
  signedIn(context, 'catalogue:write');
  const variety = findVariety(variety_id);
  if (changes.name !== undefined) requireFreeName(changes.name, variety);
  return shown(Object.assign(variety, changes, { updated_at: now() }));
};
