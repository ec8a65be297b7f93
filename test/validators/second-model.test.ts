import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../src/runtime/validation/validator.js';
import { jsonSchema } from '../../src/emitters/json-schema/emitter.js';
import { validatorsZod } from '../../src/emitters/validators-zod/emitter.js';
import { validators } from '../../src/emitters/validators/emitter.js';
import type { StringFormat, Type } from '../../src/model/types.js';
import {
  bindHttp,
  fact,
  list,
  member,
  operation,
  range,
  ref,
  scalar,
  string,
  structure,
} from '../emitters/support/build.js';
import { format, named, nullable, oneOf, shop } from '../emitters/support/shop.js';
import { emitOptions, loadModule } from './load.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import type { ValidationPolicy } from '../../src/emitters/validators/options.js';

type Loaded = Record<string, Validator<unknown>>;

const load = async (bound: BoundService, policy?: ValidationPolicy): Promise<Loaded> =>
  (await loadModule(validators.emit(bound, emitOptions(policy))[0]?.content ?? '')) as Loaded;

/** What is wrong with a value, as `constraint /path`. */
function wrong(validator: Validator<unknown> | undefined, value: unknown): readonly string[] {
  const { issues = [] } = validator?.validate(value) ?? {};
  return issues.map(({ constraint, path }) => `${constraint} /${path.join('/')}`);
}

/** The validator of an input with one member of the type, called `it`. */
async function of(type: Type, policy?: ValidationPolicy, ...shapes: Parameters<typeof structure>[]) {
  const bound = bindHttp({
    operations: [operation('Try', { input: [member('it', type)] })],
    shapes: shapes.map((shape) => structure(...shape)),
  });
  const { TryInputSchema } = await load(bound, policy);
  return (it: unknown): readonly string[] => wrong(TryInputSchema, { it });
}

describe('a value that may be null', () => {
  it('is null or what it is', async () => {
    const it = await of(nullable(scalar('integer', range(1))));
    expect([it(null), it(undefined), it(1), it(0), it('1')]).toEqual([
      [],
      [],
      [],
      ['range /it'],
      ['type /it'],
    ]);
  });

  it('may lie in a list', async () => {
    const it = await of(list(nullable(string())));
    expect(it(['a', null, 2])).toEqual(['type /it/2']);
  });
});

describe('a value of one of several types', () => {
  const either = [scalar('integer', range(1)), string()];

  it('is of any of them', async () => {
    const it = await of(oneOf(either));
    expect([it(1), it('a')]).toEqual([[], []]);
  });

  it('has the issues of the one that it was meant to be', async () => {
    const it = await of(oneOf(either));
    expect([it(0), it(true), it(null)]).toEqual([['range /it'], ['oneOf /it'], ['required /it']]);
  });

  it('is meant to be what its discriminator says', async () => {
    const kind = (value: number) =>
      member('kind', scalar('integer', named('Kind', { [value]: {} })), { required: true });
    const variants = oneOf([ref('Tree'), ref('Herb')], 'kind');
    const it = await of(
      variants,
      undefined,
      ['Tree', [kind(1), member('height', scalar('integer'), { required: true })]],
      ['Herb', [kind(2), member('use', string(), { required: true })]],
    );
    expect(it({ kind: 2, use: 'tea' })).toEqual([]);
    expect(it({ kind: 2, use: 7 })).toEqual(['type /it/use']);
    expect(it({ kind: 1 })).toEqual(['required /it/height']);
    expect(it({ kind: 3, use: 'tea' })).toEqual(['oneOf /it']);
  });

  it('leaves the warnings of what it is not behind', async () => {
    const policy = { levels: { range: { level: 'warn', reason: 'a test' } } } as const;
    const bound = bindHttp({
      operations: [
        operation('Try', {
          input: [member('it', oneOf([list(scalar('integer', range(5))), list(string())]))],
        }),
      ],
    });
    const { TryInputSchema } = await load(bound, policy);
    expect(TryInputSchema?.validate({ it: [1, 2] }).warnings).toHaveLength(2);
    expect(TryInputSchema?.validate({ it: ['a'] }).warnings).toBeUndefined();
  });

  it('stops at the first issue where that is asked for', async () => {
    const bound = bindHttp({ operations: [operation('Try', { input: [member('it', oneOf(either))] })] });
    const { TryInputSchema } = await load(bound);
    expect(TryInputSchema?.is({ it: 'a' })).toBe(true);
    expect(TryInputSchema?.is({ it: false })).toBe(false);
  });
});

describe('numbers that have names', () => {
  it('are the documented ones', async () => {
    const it = await of(scalar('integer', named('Kind', { 0: {}, 2: {} })));
    expect([it(0), it(2), it(1)]).toEqual([[], [], ['values /it']]);
  });

  it('are any sum of documented bits where they are flags, also above 32 bits', async () => {
    const it = await of(scalar('long', named('Bits', { 1: {}, 4: {}, [2 ** 40]: {} }, true)));
    expect([it(0), it(5), it(2 ** 40 + 1)]).toEqual([[], [], []]);
    expect([it(2), it(-1), it(2 ** 41)]).toEqual([['flags /it'], ['flags /it'], ['flags /it']]);
  });
});

describe('an integer of plain HTTP', () => {
  it('is a whole number of any size', async () => {
    const it = await of(scalar('integer', range(0)));
    expect([it(1_700_000_000_000), it(1.5), it(-1)]).toEqual([[], ['type /it'], ['range /it']]);
  });
});

describe('a format', () => {
  it.each<[StringFormat, readonly string[], readonly string[]]>([
    ['date', ['2024-02-29', '1999-12-31'], ['2024-13-01', '2024-2-9', '', '20240229']],
    [
      'date-time',
      ['2024-02-29T10:00:00Z', '2024-02-29 10:00', '2024-02-29T10:00:00.123+02:00'],
      ['2024-02-29', '2024-02-29T25:00:00Z', 'now'],
    ],
    ['uuid', ['6f1e2d3c-0000-4000-8000-00000000000F'], ['6f1e2d3c', '6f1e2d3c-0000-4000-8000-00000000000G']],
    ['email', ['a@b', 'ann.o+x@example.com', '"a@b"@c'], ['a', '@b', 'a@', 'a b@c']],
    ['uri', ['https://a.example/b?c', 'mailto:a@b', 'urn:x:y'], ['a.example', '/a', 'http://a b']],
    ['byte', ['', 'aGk=', 'aGk', '_-8='], ['a b', '=a', 'ä']],
  ])('%s takes what may be one', async (name, right, not) => {
    const it = await of(format(name));
    expect(right.flatMap(it)).toEqual([]);
    expect(not.map(it)).toEqual(not.map(() => ['format /it']));
  });

  it('may warn, and may be off', async () => {
    const level = (is: 'warn' | 'off') => ({ levels: { format: { level: is, reason: 'a test' } } });
    expect((await of(format('uuid'), level('off')))('x')).toEqual([]);
    expect((await of(format('uuid'), level('warn')))('x')).toEqual([]);
  });

  it('is not asked of what the service sends', async () => {
    const bound = bindHttp({ operations: [operation('Try', { output: [member('id', format('uuid'))] })] });
    const { TryOutputSchema } = await load(bound);
    expect(wrong(TryOutputSchema, { id: 'x' })).toEqual([]);
  });

  it('takes no longer for a long text than its length says', async () => {
    const it = await of(list(oneOf([format('email'), format('uri'), format('date-time')])));
    const start = performance.now();
    it(['@'.repeat(200_000) + ' ', 'a'.repeat(200_000), `2024-01-01T10:00:00.${'1'.repeat(200_000)}x`]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('a file', () => {
  it('is a Blob of the documented size', async () => {
    const it = await of(scalar('file', { kind: 'length', max: 3, known: 'stated', source: fact('').source }));
    expect([it(new Blob(['abc'])), it(new Blob(['abcd'])), it('abc')]).toEqual([
      [],
      ['length /it'],
      ['type /it'],
    ]);
  });
});

describe('the validators of a whole service', async () => {
  const loaded = await load(shop);

  it('validate an output that is the body itself', () => {
    const { ListStallsOutputSchema: stalls } = loaded;
    expect(wrong(stalls, [{ id: 'x', kind: 9, owner: null }])).toEqual([]);
    expect(wrong(stalls, [{ id: 'x', kind: 9 }])).toEqual(['required /0/owner']);
    expect(wrong(stalls, {})).toEqual(['type /']);
    expect(wrong(stalls, undefined)).toEqual(['required /']);
  });

  it('validate what any of several responses gives', () => {
    const { AddStallOutputSchema: output } = loaded;
    expect(wrong(output, { ticket: 'a' })).toEqual([]);
    expect(wrong(output, undefined)).toEqual([]);
    expect(wrong(output, 7)).toEqual(['oneOf /']);
  });

  it('take what only the service sets for unknown where callers send it', () => {
    const { AddStallInputSchema: input } = loaded;
    const value = { stall: { id: 'x', kind: 0, owner: null } };
    expect(wrong(input, value)).toEqual([]);
    expect(input?.with({ unknownMembers: 'strip' }).validate(value)).toEqual({
      value: { stall: { kind: 0, owner: null } },
    });
  });

  it('leave what pages do not know out of an output that is the body itself', () => {
    const { ListStallsOutputSchema: stalls } = loaded;
    const [stall, more] = [{ id: 'x', kind: 0, owner: { name: 'Ann' } }, { weather: 'fine' }];
    const { value } = {
      value: undefined,
      ...stalls?.with({ unknownMembers: 'strip' }).validate([{ ...stall, ...more }]),
    };
    expect(value).toEqual([stall]);
  });
});

describe('zod and JSON Schema', () => {
  const kinds = named('Kind', { 0: {}, 2: {} });
  const bits = named('Bits', { 1: {}, 4: {} }, true);
  const variants = oneOf([scalar('integer', range(1)), list(string())]);

  /** What the three make of the value of a member. */
  async function accepted(type: Type, values: readonly unknown[]) {
    const bound = bindHttp({ operations: [operation('Try', { input: [member('it', type)] })] });
    const { TryInputSchema: own } = await load(bound);
    const zod = (await loadModule(validatorsZod.emit(bound, emitOptions())[0]?.content ?? '')) as Record<
      string,
      { safeParse(value: unknown): { readonly success: boolean } }
    >;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...JSON.parse(jsonSchema.emit(bound, emitOptions())[0]?.content ?? ''), $id: 'service' });
    const schema = ajv.compile({ $ref: 'service#/$defs/TryInput' });
    return values.map((it) => [
      own?.is({ it }),
      zod['TryInputSchema']?.safeParse({ it }).success,
      schema({ it }) === true,
    ]);
  }

  const [yes, no] = [
    [true, true, true],
    [false, false, false],
  ];

  it('agree about null, one-of and numbers that have names', async () => {
    expect(await accepted(nullable(string()), [null, 'a', 1])).toEqual([yes, yes, no]);
    expect(await accepted(nullable(scalar('integer', kinds)), [null, 2, 1])).toEqual([yes, yes, no]);
    expect(await accepted(nullable(variants), [null, 1, ['a'], 0, [1]])).toEqual([yes, yes, yes, no, no]);
    expect(await accepted(list(nullable(variants)), [[null, 1], [0]])).toEqual([yes, no]);
  });

  it('agree about how large an integer is', async () => {
    const large = scalar('integer', range(undefined, 2 ** 40));
    expect(await accepted(large, [2 ** 40, 2 ** 41, 0.5])).toEqual([yes, no, no]);
  });

  it('differ about bits and formats, which JSON Schema does not hold values to', async () => {
    expect(await accepted(scalar('integer', bits), [5, 2])).toEqual([yes, [false, false, true]]);
    expect(await accepted(format('date'), ['2024-01-31', 'x'])).toEqual([yes, [false, false, true]]);
  });
});
