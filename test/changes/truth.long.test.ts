import { expect, it } from 'vitest';
import { changesOfShop, faultsAgainstShop, shopSamples } from './old-shop.js';
import { changesOf, faultsAgainst, samples, typesVerdict, unwritten } from './old-program.js';

it.each(samples)(
  '%s: a program against the old package compiles exactly where the types view is not major',
  (_, after) => {
    const changes = changesOf(after);
    const faults = faultsAgainst(after);
    expect(changes.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => !fault.startsWith('program.ts:'))).toEqual([]);
    expect([typesVerdict(changes) === 'major', faults]).toEqual([faults.length > 0, faults]);
  },
);

it.each(shopSamples)(
  '%s: a program over plain HTTP compiles exactly where the types view is not major',
  (_, after) => {
    const changes = changesOfShop(after);
    const faults = faultsAgainstShop(after);
    expect(changes.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => !fault.startsWith('program.ts:'))).toEqual([]);
    expect([typesVerdict(changes) === 'major', faults]).toEqual([faults.length > 0, faults]);
  },
);

it.each(Object.entries(unwritten))('%s: major by the table, and compiles all the same', (rule, after) => {
  expect(changesOf(after).map((change) => [change.rule, change.types])).toEqual([[rule, 'major']]);
  expect(faultsAgainst(after)).toEqual([]);
});
