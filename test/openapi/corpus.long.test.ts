import { describe, expect, it } from 'vitest';
import { hasShared, needsShared } from '../shared.js';
import { compareConstraints } from './constraints.js';
import { corpus, corpusPages } from './corpus.js';
import { boundService, documentOf, operationsOf } from './documents.js';
import { lintErrors, schemaErrors } from './tools.js';

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
});
