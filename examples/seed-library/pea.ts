import { Difficulty, VarietyTraits, type AddVarietyInput } from '../../generated/thistledown/index.js';

/** What the client adds to the catalogue. */
export const pea: AddVarietyInput = {
  name: 'Purple Podded',
  botanical_name: 'Pisum sativum',
  family: 'legume',
  local_names: { de: 'Blauschokker' },
  difficulty: Difficulty.EASY,
  traits: VarietyTraits.HEIRLOOM | VarietyTraits.OPEN_POLLINATED | VarietyTraits.FROST_HARDY,
  tags: ['climbing', 'edible'],
  sowing: { from_month: 10, to_month: 4 },
  story: 'Grown by monks, who liked to find the pods.',
};

/** A photo from very far away: a PNG of one pixel. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const photo = new File([Buffer.from(png, 'base64')], 'pea.png', { type: 'image/png' });
