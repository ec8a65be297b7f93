import { describe, expect, it } from 'vitest';
import type { HouseStyle } from '../../src/base/house-style.js';
import { docwright } from '../cli/docwright.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { folderWith } from '../support/folder.js';

/** What a user of each guide would write, and the share of understood lines without it and with it, in percent. */
const STYLES: readonly (readonly [guide: string, style: HouseStyle, before: number, after: number])[] = [
  [
    'github',
    {
      places: {
        events: 'none',
        target: 'none',
        'available scopes': 'none',
        'reaction types': 'none',
        'list feeds': 'none',
      },
      types: { type: 'string' },
    },
    88.4,
    94,
  ],
  [
    'onedrive',
    {
      places: {
        'getting started': 'none',
        'recommended calling pattern': 'none',
        'error response codes': 'errors',
      },
      columns: { 'parameter name': 'name', 'viewer value': 'value' },
    },
    91,
    91.7,
  ],
];

/** Printed by `inspect`: `Coverage  92.1% (726 of 788 lines understood)`. */
async function coverageOf(guide: string, reading: HouseStyle): Promise<number> {
  const service = { pages: sharedPath('rest/pages', guide), reading };
  const folder = folderWith({ 'docwright.config.json': JSON.stringify({ services: { [guide]: service } }) });
  const { stdout } = await docwright(folder, ['inspect', '--quiet']);
  return Number(/^Coverage {2}([\d.]+)%/mu.exec(stdout)?.[1]);
}

describe.skipIf(!hasShared)(`styles of at most twenty lines${needsShared}`, () => {
  it.each(STYLES)('of %s', { timeout: 30_000 }, async (guide, style, before, after) => {
    expect(JSON.stringify(style, null, 2).split('\n').length).toBeLessThanOrEqual(20);
    expect(await coverageOf(guide, {})).toBeLessThanOrEqual(before);
    expect(await coverageOf(guide, style)).toBeGreaterThanOrEqual(after);
  });
});
