import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { folderWith } from '../support/folder.js';
import { docwright } from './docwright.js';

const guides = sharedPath('rest/pages');

describe.skipIf(!hasShared)(`docwright init on guides of other houses${needsShared}`, () => {
  it.each(hasShared ? readdirSync(guides) : [])(
    'writes a configuration for %s that works as it is',
    { timeout: 60_000 },
    async (guide) => {
      const folder = folderWith();
      const begun = await docwright(folder, ['init', join(guides, guide)]);
      expect(begun.code, begun.stderr).toBe(0);
      expect(begun.stderr).toMatch(/^Wrote docwright\.config\.json for [a-z][a-z-]+: \d+ operations/mu);
      const config = readFileSync(join(folder, 'docwright.config.json'), 'utf8');
      const { code, stderr } = await docwright(folder, ['generate', '--quiet']);
      expect(code, `${config}\n${stderr}`).toBe(0);
      expect(readdirSync(join(folder, 'generated'))).toHaveLength(1);
    },
  );
});
