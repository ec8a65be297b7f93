import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/model/facts.js';
import type { Service } from '../../src/model/model.js';
import { link } from '../dialects/read.js';
import { hasShared, needsShared, sharedPages } from '../shared.js';

/** A model without places, and without what belongs to the form: prose, the title, and how the service is known. */
function factsWithoutPlaces(service: Service): string[] {
  return [...factsOf(service)]
    .filter(({ id }) => id !== 'service.title' && id !== 'service.catalogueId' && !id.endsWith('.deprecated'))
    .map(({ id, value }) => `${id} = ${JSON.stringify(value)}`);
}

describe.skipIf(!hasShared)(`the same pages in three forms give the same model${needsShared}`, () => {
  it.each(['finspace-data', 'workmail'])('%s', (service) => {
    const [current, placeholders, text] = ['current', 'placeholders', 'text'].map((form) =>
      factsWithoutPlaces(link(sharedPages('corpus', form, service)).service),
    );
    expect(current?.length).toBeGreaterThan(1000);
    expect(placeholders).toEqual(current);
    expect(text).toEqual(current);
  });
});
