import { Difficulty, type AddVarietyHandler } from '../../../generated/thistledown/index.js';
import { newId, now, requireFreeName, shown, varieties, type StoredVariety } from '../store.js';
import { signedIn } from '../tokens.js';

export const addVariety: AddVarietyHandler = (
  { difficulty = Difficulty.EASY, traits = 0, tags = [], local_names = {}, story = null, ...named },
  context,
) => {
  signedIn(context, 'catalogue:write');
  requireFreeName(named.name);
  const variety: StoredVariety = {
    id: newId('var'),
    ...named,
    latin_name: null,
    local_names,
    difficulty,
    traits,
    tags,
    story,
    photos: [],
    created_at: now(),
    updated_at: null,
  };
  varieties.set(variety.id, variety);
  return shown(variety);
};
