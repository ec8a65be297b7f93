import { describe, expect, it } from 'vitest';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { pagesBelow } from '../wire/pages.js';
import { compareConstraints } from './constraints.js';
import { corpus, corpusPages } from './corpus.js';
import { boundService, documentOf, operationsOf } from './documents.js';
import { lintErrors, schemaErrors } from './tools.js';

/** Hand-written guides, each read whole. */
const guides = [
  'binance',
  'discord',
  'github',
  'grafana',
  'inbound-mintlify',
  'mastodon',
  'nextcloud-forms',
  'onedrive',
  'vault',
];

describe.skipIf(!hasShared)(`the OpenAPI document of real pages${needsShared}`, () => {
  it.each(corpus)('of %s is valid and complete', async (_, ...folder) => {
    const bound = boundService(corpusPages(folder));
    const document = documentOf(bound);
    expect(await schemaErrors(document)).toEqual([]);
    expect(await lintErrors(document)).toEqual([]);
    expect(operationsOf(document).size).toBe(bound.service.operations.length);
    const { checked, missing } = compareConstraints(bound.service, document);
    expect(missing).toEqual([]);
    expect(checked).toBeGreaterThan(5);
  });

  it.each(guides)('of the guide %s is valid and complete', async (name) => {
    const bound = boundService(pagesBelow(sharedPath('rest', 'pages', name)));
    const document = documentOf(bound);
    expect(await schemaErrors(document)).toEqual([]);
    expect(await lintErrors(document)).toEqual([]);
    expect(operationsOf(document).size).toBe(bound.service.operations.length);
    expect(compareConstraints(bound.service, document).missing).toEqual([]);
  });
});
