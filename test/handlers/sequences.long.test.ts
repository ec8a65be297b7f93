import { it } from 'vitest';
import { checkSequences } from './sequences.js';

it('no sequence of edits, runs and kills takes a line from a user', async () => {
  await checkSequences(150);
});
