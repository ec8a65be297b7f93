import { expect, test } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { checkPatterns } from '../../src/link/checks/patterns.js';
import type { Type } from '../../src/model/types.js';
import * as m from '../validators/model.js';

async function codesOf(...types: Type[]): Promise<readonly string[]> {
  const { report, diagnostics } = collector();
  const members = types.map((type, at) => ({
    container: 'Do.input',
    member: m.optional(`member${at}`, type),
  }));
  await checkPatterns(members, report);
  return diagnostics.map(({ code }) => code);
}

const text = (pattern: string, max?: number): Type =>
  m.string(m.pattern(pattern), ...(max === undefined ? [] : [m.length({ max })]));

test('a sound pattern has no findings', async () => {
  expect(await codesOf(text('^[a-z]+(?:-[a-z]+)*$'), text('arn:aws:iam::\\d{12}:role/.+'))).toStrictEqual([]);
});

test('a pattern of another dialect is reported', async () => {
  expect(await codesOf(text('\\p{InGreek}'))).toStrictEqual(['pattern-untranslatable']);
});

test.each([
  '^(a|aa)+$',
  '^(a|a)*$',
  '^(ab|a|b)*$',
  '^((ab)*)*$',
  '^(a?b?)*c$',
  '^(abc|ab|c)+$',
  '^(a+)+$',
  '^([a-z0-9]+[-_]?)+$',
  '^(\\w+\\s?)*$',
  '^(?:x+x+)+y',
  '(a*)*b',
])('%s backtracks exponentially', async (pattern) => {
  expect(await codesOf(text(pattern, 10))).toStrictEqual(['pattern-backtracking']);
});

test.each(['^(ab|cd)*$', '^[a-z]+(-[a-z]+)*$', '^(a|b|c)+$', '^(aab|ab|b)*$', '[a-z](-*[a-z0-9]){0,62}'])(
  '%s does not',
  async (pattern) => {
    expect(await codesOf(text(pattern, 10))).toStrictEqual([]);
  },
);

test('a pattern that is slow on long texts is reported where texts may be long', async () => {
  const slow = '^[^@]+@[^@]+\\.[^@]+$';
  expect(await codesOf(text(slow, 254))).toStrictEqual([]);
  expect(await codesOf(text(slow))).toStrictEqual(['pattern-slow']);
  expect(await codesOf(text(slow, 254), text(slow, 5000))).toStrictEqual(['pattern-slow']);
});

test('a pattern that every text satisfies is reported unless it means anything at all', async () => {
  expect(await codesOf(text('[a-z]*'))).toStrictEqual(['pattern-finds-everywhere']);
  expect(await codesOf(text('(|[a-z]+)'))).toStrictEqual(['pattern-finds-everywhere']);
  expect(await codesOf(text('.*'), text('[\\s\\S]*'), text('^[a-z]*$'))).toStrictEqual([]);
});

test('patterns of elements, keys and values are checked, each once', async () => {
  const bad = text('(a+)+$');
  expect(await codesOf(m.list(bad), m.map(text('(b+)+$'), bad))).toStrictEqual([
    'pattern-backtracking',
    'pattern-backtracking',
  ]);
});
