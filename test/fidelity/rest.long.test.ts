import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import { toOpenApi } from '../../src/emitters/openapi/document.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { pagesBelow } from '../wire/pages.js';

/** The least precision and recall, of requests and of responses; operations are all found. */
interface Least {
  readonly request: number;
  readonly response: number;
}

/** What careful people read on the pages is not always what the pages say; docs/fidelity.md says where they differ. */
const GUIDES: readonly (readonly [name: string, least: Least])[] = [
  ['binance', { request: 0.98, response: 0.96 }],
  ['discord', { request: 0.97, response: 0.99 }],
  ['inbound-mintlify', { request: 0.99, response: 0.98 }],
  ['github', { request: 0.96, response: 0.99 }],
  ['mastodon', { request: 0.97, response: 0.99 }],
  ['vault', { request: 0.99, response: 0.99 }],
  ['grafana', { request: 0.95, response: 0.98 }],
  ['onedrive', { request: 0.91, response: 0.98 }],
  ['nextcloud-forms', { request: 0.84, response: 0.98 }],
];

const own = fileURLToPath(new URL('../../', import.meta.url));

interface Score {
  readonly precision: number;
  readonly recall: number;
}

describe.skipIf(!hasShared)(`facts of HTTP references against what people read there${needsShared}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docwright-rest-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function scoreOf(name: string, pages: string, gold: string): { [side: string]: Score } {
    const { report } = collector();
    const [service] = servicesOf(fragmentsOf(pagesBelow(pages), report), report);
    const bound = service && bindService(service, report);
    if (!bound) throw new Error(`${name} gives no service.`);
    const read = join(folder, `${name}.json`);
    writeFileSync(read, JSON.stringify(toOpenApi(bound)));
    const scorer = [sharedPath('fidelity', 'score-rest.mjs'), read, gold, '--json'];
    const { stdout, stderr } = spawnSync(process.execPath, scorer, { encoding: 'utf8' });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as { [side: string]: Score };
  }

  const worst = (score: Score | undefined): number => Math.min(score?.precision ?? 0, score?.recall ?? 0);

  it.each(GUIDES)('%s', (name, { request, response }) => {
    const score = scoreOf(
      name,
      sharedPath('rest', 'pages', name),
      sharedPath('rest', 'gold', `${name}.json`),
    );
    expect(score.operations?.recall).toBe(1);
    expect(worst(score.request)).toBeGreaterThanOrEqual(request);
    expect(worst(score.response)).toBeGreaterThanOrEqual(response);
  });

  it('the invented seed library', () => {
    const gold = join(own, 'test/fixtures/http/thistledown.expected.json');
    const score = scoreOf('thistledown', join(own, 'docs-input/thistledown'), gold);
    expect([score.operations?.recall, worst(score.request), worst(score.response)]).toEqual([1, 1, 1]);
  });
});
