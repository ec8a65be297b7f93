import { describe, expect, it } from 'vitest';
import { changeRules } from '../../src/changes/rules.js';
import { changesOfShop, faultsAgainstShop, oldShop, shopSamples } from './old-shop.js';
import { changesOf, faultsAgainst, oldService, samples, typesVerdict, unwritten } from './old-program.js';

/** A few of them; `truth.long.test.ts` compiles them all. */
const few = ['optional input member added', 'value of the input removed', 'output member now optional'];

describe('a program that was written against the old package', () => {
  it('compiles against it', { timeout: 120_000 }, () => {
    expect(faultsAgainst(oldService)).toEqual([]);
  });

  it('compiles against that of a service over plain HTTP', { timeout: 120_000 }, () => {
    expect(faultsAgainstShop(oldShop)).toEqual([]);
  });

  it.each(samples.filter(([name]) => few.includes(name)))(
    '%s: compiles exactly where the types view is not major',
    { timeout: 120_000 },
    (_, after) => {
      const faults = faultsAgainst(after);
      expect([typesVerdict(changesOf(after)) === 'major', faults]).toEqual([faults.length > 0, faults]);
    },
  );
});

describe('the changes that programs are compiled against', () => {
  const all = [
    ...samples.flatMap(([, after]) => changesOf(after)),
    ...shopSamples.flatMap(([, after]) => changesOfShop(after)),
  ];
  const met = new Set<string>(all.map(({ rule }) => rule));
  const rulesOf = (types: string) =>
    Object.entries(changeRules).flatMap(([id, one]) => (one.types === types ? [id] : []));

  it('are of every rule that is major for the types', () => {
    // A service that is gone has no package to compile against.
    const left = rulesOf('major').filter((id) => !met.has(id) && id !== 'service-removed');
    expect(left.filter((id) => !Object.hasOwn(unwritten, id))).toEqual([]);
  });

  it('are of most rules that are minor, and of some that are less', () => {
    const minor = rulesOf('minor');
    expect(minor.filter((id) => met.has(id)).length).toBeGreaterThan(minor.length * 0.75);
    expect(rulesOf('patch').filter((id) => met.has(id)).length).toBeGreaterThan(2);
    expect(rulesOf('none').filter((id) => met.has(id)).length).toBeGreaterThan(4);
  });
});
