import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { Validator } from '../../src/runtime/validation/validator.js';
import { emitValidators, loadValidators } from './load.js';
import { example } from './example.js';
import * as m from './model.js';

const { PutInputSchema, PutOutputSchema, NodeSchema } = await loadValidators(example);
const put = PutInputSchema!;
const putOutput = PutOutputSchema!;
const node = NodeSchema!;

const found = (validator: Validator<unknown>, value: unknown): readonly string[] =>
  (validator.validate(value).issues ?? []).map(({ constraint, path }) => `${constraint} /${path.join('/')}`);

const ofPut = (members: object): readonly string[] => found(put, { name: 'ab', ...members });

describe('lengths', () => {
  test('of strings are code points, not code units', () => {
    expect(ofPut({ name: '\u{1f600}\u{1f600}\u{1f600}\u{1f600}' })).toStrictEqual([]);
    expect(ofPut({ name: '\u{1f600}' })).toStrictEqual(['length /name']);
    expect(ofPut({ name: 'a'.repeat(5) })).toStrictEqual(['length /name']);
  });

  test('count a surrogate without its other half as one', () => {
    expect(ofPut({ name: '\ud800\ud800\ud800\ud800' })).toStrictEqual([]);
    expect(ofPut({ name: '\ud800\ud800\ud800\ud800\ud800' })).toStrictEqual(['length /name']);
  });

  test('of blobs are bytes, of any Uint8Array', () => {
    expect(ofPut({ bytes: Buffer.from('abc') })).toStrictEqual([]);
    expect(ofPut({ bytes: new Uint8Array(4) })).toStrictEqual(['length /bytes']);
    expect(ofPut({ bytes: new ArrayBuffer(2) })).toStrictEqual(['type /bytes']);
    expect(ofPut({ bytes: new Uint16Array(2) })).toStrictEqual(['type /bytes']);
  });

  test('come before patterns: a text far too long is not searched', () => {
    expect(ofPut({ name: '-'.repeat(4) })).toStrictEqual(['pattern /name']);
    expect(ofPut({ name: '-' })).toStrictEqual(['length /name', 'pattern /name']);
    expect(ofPut({ name: '-'.repeat(9) })).toStrictEqual(['length /name']);
  });
});

describe('numbers', () => {
  test('of type integer have 32 bits', () => {
    expect(ofPut({ size: 5 })).toStrictEqual([]);
    expect(ofPut({ size: 6 })).toStrictEqual(['range /size']);
    expect(ofPut({ size: 2 ** 31 })).toStrictEqual(['type /size']);
    expect(ofPut({ size: 1.5 })).toStrictEqual(['type /size']);
    expect(ofPut({ size: '5' })).toStrictEqual(['type /size']);
  });

  test('of type long are safe', () => {
    expect(ofPut({ big: Number.MAX_SAFE_INTEGER })).toStrictEqual([]);
    expect(ofPut({ big: 2 ** 53 })).toStrictEqual(['type /big']);
    expect(ofPut({ big: 1n })).toStrictEqual(['type /big']);
  });

  test('that are none are outside every range', () => {
    expect(ofPut({ ratio: Infinity })).toStrictEqual([]);
    expect(ofPut({ ratio: NaN })).toStrictEqual(['range /ratio']);
  });

  test('may have allowed values', () => {
    expect(ofPut({ day: 7 })).toStrictEqual([]);
    expect(ofPut({ day: 2 })).toStrictEqual(['values /day']);
  });
});

test('dates are valid ones', () => {
  expect(ofPut({ at: new Date(0) })).toStrictEqual([]);
  expect(ofPut({ at: new Date(NaN) })).toStrictEqual(['type /at']);
  expect(ofPut({ at: Object.create(Date.prototype) })).toStrictEqual(['type /at']);
  expect(ofPut({ at: '2026-01-01' })).toStrictEqual(['type /at']);
});

test('documents are what JSON can say', () => {
  expect(ofPut({ any: null })).toStrictEqual([]);
  expect(ofPut({ any: { a: [1, 'x', null, true], b: undefined } })).toStrictEqual([]);
  expect(ofPut({ any: { a: NaN } })).toStrictEqual(['type /any']);
  expect(ofPut({ any: [() => 1] })).toStrictEqual(['type /any']);
  expect(ofPut({ any: new Map() })).toStrictEqual(['type /any']);
});

describe('presence', () => {
  test('undefined is absent, null is no value', () => {
    expect(ofPut({ kind: undefined })).toStrictEqual([]);
    expect(ofPut({ kind: null })).toStrictEqual(['required /kind']);
    expect(found(put, {})).toStrictEqual(['required /name']);
    expect(found(put, { name: null })).toStrictEqual(['required /name']);
    expect(found(put, undefined)).toStrictEqual(['required /']);
    expect(found(put, [])).toStrictEqual(['type /']);
  });

  test('holes and nulls in lists and maps are missing values', () => {
    const holes: unknown[] = [['a']];
    holes[2] = null;
    expect(ofPut({ grid: holes })).toStrictEqual(['count /grid', 'required /grid/1', 'required /grid/2']);
    expect(ofPut({ tags: { a: null } })).toStrictEqual(['required /tags/a']);
  });

  test('only own members count', () => {
    const inherits: unknown = Object.assign(Object.create({ name: 'ab', size: 99 }), { kind: 'A' });
    expect(found(put, inherits)).toStrictEqual(['required /name']);
    expect(found(put, Object.assign(Object.create(null), { name: 'ab' }))).toStrictEqual([]);
    class Input {
      readonly name = 'ab';
      get size(): number {
        return 99;
      }
    }
    expect(found(put, new Input())).toStrictEqual([]);
  });

  test('a member called as something that every object inherits counts where it is own', () => {
    expect(ofPut({})).toStrictEqual([]);
    expect(ofPut({ constructor: 'x' })).toStrictEqual([]);
    expect(ofPut({ constructor: 'xx' })).toStrictEqual(['length /constructor']);
  });
});

describe('own members', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'size');
  });

  test('are told from those that somebody gave all objects', () => {
    Object.defineProperty(Object.prototype, 'size', {
      value: 99,
      configurable: true,
      enumerable: true,
      writable: true,
    });
    expect(ofPut({})).toStrictEqual([]);
    expect(ofPut({ size: 6 })).toStrictEqual(['range /size']);
    expect(ofPut({ tags: { a: [] } })).toStrictEqual([]);
  });
});

describe('unions', () => {
  test('have exactly one member', () => {
    expect(ofPut({ choice: { a: 'x' } })).toStrictEqual([]);
    expect(ofPut({ choice: {} })).toStrictEqual(['union /choice']);
    expect(ofPut({ choice: { a: 'x', b: {} } })).toStrictEqual(['union /choice']);
    expect(ofPut({ choice: { a: 'x', b: undefined } })).toStrictEqual([]);
  });

  test('from the service may have a member that nobody knows', () => {
    expect(found(putOutput, { choice: { c: 1 } })).toStrictEqual([]);
    expect(found(putOutput, { choice: { a: 'x', b: {} } })).toStrictEqual(['union /choice']);
  });
});

test('allowed values hold for what is sent, not for what is received', () => {
  expect(ofPut({ node: { id: 'z' } })).toStrictEqual(['values /node/id']);
  expect(found(putOutput, { node: { id: 'z', children: [{ id: 'new' }] } })).toStrictEqual([]);
});

describe('nesting', () => {
  test('is checked to any depth', () => {
    expect(ofPut({ grid: [['ab', 'abc'], []] })).toStrictEqual(['length /grid/0/1', 'count /grid/1']);
    expect(ofPut({ tags: { a: [{ text: '' }], 1: [], b: [{}] } })).toStrictEqual([
      'count /tags',
      'pattern /tags/1',
      'length /tags/a/0/text',
    ]);
    expect(ofPut({ node: { id: 'x', children: [{ id: 'y', leaf: { text: '' } }] } })).toStrictEqual([
      'length /node/children/0/leaf/text',
    ]);
  });

  const nested = (depth: number): unknown =>
    depth === 0 ? { id: 'x' } : { id: 'x', children: [nested(depth - 1)] };

  test('has a limit', () => {
    expect(found(node, nested(60))).toStrictEqual([]);
    const [issue] = node.validate(nested(70)).issues ?? [];
    expect([issue?.constraint, issue?.max, issue?.path.length]).toStrictEqual(['depth', 128, 130]);
    expect(node.validate(nested(3), { maxDepth: 4 }).issues?.[0]?.message).toBe(
      "Value at '/children/0/children/0/children/0' failed to satisfy constraint: Member must not be nested deeper than 4 levels",
    );
  });

  test('that never ends is stopped by the limits', () => {
    const endless: Record<string, unknown> = { id: 'x' };
    endless['children'] = [endless, endless, endless];
    expect(node.validate(endless).issues?.length).toBe(100);
  });
});

describe('issues', () => {
  const bad = { name: 'abcde', size: 6, kind: 'C', tags: { abc: [] } };

  test('have path, constraint, limits and measure', () => {
    const [length, , size] = put.validate(bad).issues ?? [];
    expect(length).toMatchObject({ path: ['name'], constraint: 'length', min: 2, max: 4, measure: 5 });
    expect(size).toMatchObject({ path: ['size'], constraint: 'range', min: 1, max: 5, measure: 6 });
  });

  test('about a key of a map name the key, and the map in words', () => {
    const issue = put.validate(bad).issues?.find(({ ofKey }) => ofKey);
    expect(issue?.path).toStrictEqual(['tags', 'abc']);
    expect(issue?.message).toBe(
      "Value with length 3 at '/tags' failed to satisfy constraint: Member must have length less than or equal to 2",
    );
  });

  test('are printed, and become JSON, with their message', () => {
    const [issue] = put.validate({ name: 'ab', kind: 'C' }).issues ?? [];
    const plain = {
      message: "Value at '/kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
      constraint: 'values',
      path: ['kind'],
      values: ['A', 'B'],
    };
    expect(JSON.parse(JSON.stringify(issue))).toStrictEqual(plain);
    expect(inspect(issue)).toContain('Member must satisfy enum value set: [A, B]');
  });

  test('stop at the first, or at any number, on request', () => {
    expect(put.validate(bad, { maxIssues: 1 }).issues?.length).toBe(1);
    expect(put.validate(bad, { maxIssues: 3 }).issues?.length).toBe(3);
    expect(put.validate(bad).issues?.length).toBe(4);
  });

  test('can be worded otherwise, each constraint by itself', () => {
    const german = put.with({ messages: { range: ({ max }) => `höchstens ${String(max)}` } });
    const messages = german.validate(bad).issues?.map(({ message }) => message);
    expect(messages?.[1]).toMatch(/^Value at '\/kind' failed/);
    expect(messages?.[2]).toBe('höchstens 5');
    expect(JSON.stringify(german.validate(bad).issues?.[2])).toContain('höchstens 5');
  });
});

describe('unknown members', () => {
  const value = { name: 'ab', extra: 1, node: { id: 'x', more: 2, children: [{ id: 'y', most: 3 }] } };

  test('are kept where nothing is said', () => {
    expect(put.validate(value)).toStrictEqual({ value });
  });

  test('can be left out of the result, which is a copy', () => {
    const stripped = { name: 'ab', node: { id: 'x', children: [{ id: 'y' }] } };
    expect(put.validate(value, { unknownMembers: 'strip' })).toStrictEqual({ value: stripped });
    expect(value.extra).toBe(1);
  });

  test('can be rejected', () => {
    expect(found(put.with({ unknownMembers: 'reject' }), value)).toStrictEqual([
      'unknown /extra',
      'unknown /node/more',
      'unknown /node/children/0/most',
    ]);
  });
});

test('is, assert and Standard Schema say the same', async () => {
  expect(put.is({ name: 'ab' })).toBe(true);
  expect(put.is({})).toBe(false);
  expect(() => put.assert({ name: 'ab' })).not.toThrow();
  expect(() => put.assert({ size: 9 })).toThrow(
    "2 validation errors detected: Value at '/name' failed to satisfy constraint: Member must not be null; Value at '/size'",
  );
  expect(put['~standard']).toMatchObject({ version: 1, vendor: 'docwright' });
  expect(await put['~standard'].validate({})).toMatchObject({ issues: [{ path: ['name'] }] });
});

test('a validator may be called while another runs', () => {
  const value = {
    name: 'ab',
    get kind(): string {
      return put.is({}) ? 'A' : 'B';
    },
    size: 6,
  };
  expect(found(put, value)).toStrictEqual(['range /size']);
});

describe('levels', () => {
  const reason = 'the service takes longer names';
  const policy = {
    levels: { 'Put.input.name.length': { level: 'warn', reason }, range: { level: 'off', reason } },
  } as const;

  test('of a fact and of a rule: warn reports without failing, off does nothing', async () => {
    const { PutInputSchema } = await loadValidators(example, policy);
    const result = PutInputSchema!.validate({ name: 'abcde', size: 9 });
    expect(result.issues).toBeUndefined();
    expect(result.warnings?.map(({ constraint, path }) => [constraint, path])).toStrictEqual([
      ['length', ['name']],
    ]);
  });

  test('print their reason beside the check', () => {
    expect(emitValidators(example, policy)).toContain(`// ${reason}`);
  });

  test('of what is required, of unions and of keys', async () => {
    const { PutInputSchema } = await loadValidators(example, {
      levels: {
        required: { level: 'warn', reason },
        'Choice.union': { level: 'warn', reason },
        'Put.input.tags.key': { level: 'warn', reason },
      },
    });
    const result = PutInputSchema!.validate({ choice: {}, tags: { '-abc': [] } });
    expect(result.issues).toBeUndefined();
    expect(result.warnings?.map(({ constraint, path }) => [constraint, path.join('/')])).toStrictEqual([
      ['required', 'name'],
      ['length', 'tags/-abc'],
      ['pattern', 'tags/-abc'],
      ['union', 'choice'],
    ]);
  });

  test('a length that only warns does not keep patterns from long texts', async () => {
    const { PutInputSchema } = await loadValidators(example, policy);
    expect(found(PutInputSchema!, { name: '-'.repeat(20) })).toStrictEqual(['pattern /name']);
  });
});

test('what the service sends may be allowed to lack anything', async () => {
  const { PutOutputSchema, PutInputSchema } = await loadValidators(example, { requiredOutputs: 'never' });
  expect(found(PutOutputSchema!, { node: {} })).toStrictEqual([]);
  expect(found(PutInputSchema!, { name: 'ab', node: {} })).toStrictEqual(['required /node/id']);
  expect(found(putOutput, { node: {} })).toStrictEqual(['required /node/id']);
});

test('emitted code makes no code of texts', () => {
  expect(emitValidators(example)).not.toMatch(/\beval\b|\bFunction\b/);
});

test('a shape without a page may be anything but null', async () => {
  const { DoInputSchema } = await loadValidators(
    m.service([m.operation('Do', [m.required('it', m.reference('Nowhere'))])]),
  );
  expect(found(DoInputSchema!, { it: 7 })).toStrictEqual([]);
  expect(found(DoInputSchema!, { it: null })).toStrictEqual(['required /it']);
});
