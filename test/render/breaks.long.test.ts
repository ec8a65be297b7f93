import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/model/model.js';
import {
  error,
  length,
  list,
  map,
  member,
  operation,
  pattern,
  range,
  ref,
  scalar,
  service,
  string,
  structure,
  uses,
  values,
} from '../emitters/support/build.js';
import { emitAll } from '../emitters/support/emit.js';
import { hostileService } from '../emitters/support/hostile.js';
import { unequal } from './engines.js';

/** A service whose members have names of these lengths, of each type with each constraint. */
function namesOf(lengths: readonly number[]) {
  const members = lengths.flatMap((count) => {
    const name = (start: string) => `${start}${'x'.repeat(count)}`;
    return [
      member(name('values'), string(values('ONE', 'TWO')), { required: true }),
      member(name('listOf'), list(string(values('ONE', 'TWO')))),
      member(name('mapOf'), map(string(length(1, 9)), list(string(values('A', 'B'))))),
      member(name('range'), scalar('integer', range(60, 3600))),
      member(name('least'), scalar('double', range(0.5))),
      member(name('text'), string(length(3, 80), pattern('[a-z]+'))),
      member(name('blob'), scalar('blob', length(0, 100))),
      member(name('when'), scalar('timestamp')),
    ];
  });
  const shapes = lengths.map((count) => structure(`Shape${'x'.repeat(count)}`, members.slice(0, 3)));
  const failures = lengths.map((count) => error(`Failure${'x'.repeat(count)}`, 400));
  return service({
    operations: [
      operation('Put', {
        input: [...members, member('shape', ref('Both'))],
        output: [member('shape', ref('Both'))],
      }),
      ...lengths.map((count, index) =>
        operation(`Do${'x'.repeat(count)}`, {
          input: [member(`id${'x'.repeat(count)}`, string(length(1)), { required: true })],
          output: [member('shape', ref(shapes[index]?.name ?? ''))],
          errors: uses(failures[index]?.name ?? ''),
        }),
      ),
    ],
    shapes: [
      structure('Both', [...members, member('one', ref('One'))]),
      structure('One', members.slice(0, 16), { kind: 'union' }),
      ...shapes,
    ],
    errors: failures,
  });
}

const different = (of: Service) => unequal(emitAll(of).filter(({ formatted }) => formatted !== true));

describe('the engines print equal bytes', () => {
  it('of a service with hostile texts', async () => {
    expect(await different(hostileService())).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    'where lines come to break: names of %i letters, and of each fourth number after',
    async (first) => {
      const lengths = Array.from({ length: 22 }, (_, index) => first + index * 4);
      expect(await different(namesOf(lengths))).toEqual([]);
    },
  );
});
