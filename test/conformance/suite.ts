import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openConformance } from './conform.js';
import { knownDifferences } from './differences.js';
import { recordedChanges } from './recorded.js';
import type { ServiceRow } from './services.js';

/** Compares every operation of a service with its official client, a test each. */
export function conformanceSuite(row: ServiceRow): void {
  const isThere = existsSync(row.pages);
  const title = `${row.id} and ${row.module}${isThere ? '' : ` (left out: ${row.pages} is missing)`}`;
  describe.skipIf(!isThere)(title, async () => {
    if (!isThere) return;
    const conformance = await openConformance(row);
    afterAll(async () => {
      const { operations, counts } = conformance;
      const figures = Object.entries({ operations: operations.length, ...counts });
      process.stderr.write(`${row.id}: ${figures.map(([name, count]) => `${count} ${name}`).join(', ')}\n`);
      await conformance.close();
    });

    it.each(conformance.operations.map((operation) => [operation.name, operation] as const))(
      '%s means the same to both',
      async (name, operation) => {
        const known = knownDifferences.filter(
          (difference) => difference.service === row.id && difference.operation === name,
        );
        const found = await conformance.compare(operation);
        const unknown = found.filter(
          ({ aspect, path }) => !known.some((each) => each.aspect === aspect && each.path === path),
        );
        expect(unknown).toEqual([]);
        const gone = known.filter(
          ({ aspect, path }) => !found.some((each) => each.aspect === aspect && each.path === path),
        );
        expect(gone, 'is listed, but was not found').toEqual([]);
      },
    );

    it.skipIf(row.unrecorded)("lists what changed between the pages' date and the client's", () => {
      expect(conformance.changes).toEqual(recordedChanges(row, conformance.changes));
    });
  });
}
