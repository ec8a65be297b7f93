import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { cataloguePage } from '../../src/diagnostics/format/catalogue-page.js';

/** `npx vitest run test/diagnostics -u` writes the page anew. */
it('docs/diagnostics.md says what the catalogue says', async () => {
  const options = await resolveConfig('docs/diagnostics.md');
  const page = await format(cataloguePage(), { ...options, parser: 'markdown' });
  await expect(page).toMatchFileSnapshot('../../docs/diagnostics.md');
});
