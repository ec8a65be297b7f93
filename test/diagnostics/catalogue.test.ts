import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, isCode } from '../../src/diagnostics/catalogue/index.js';
import { codes, explain } from '../../src/diagnostics/explain.js';
import { exitCodeOf } from '../../src/diagnostics/exit.js';
import { rangeAt } from '../../src/diagnostics/position.js';
import { collector, diagnose, relocated } from '../../src/diagnostics/report.js';

describe('the catalogue', () => {
  it.each(codes())('%s is spelled and worded as the others are', (code) => {
    const { title, cause, fix } = catalogue[code];
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    expect(title).toMatch(/^[A-Z`].*[^.]$/u);
    expect(cause).toMatch(/\.$/u);
    expect(fix).toMatch(/\.$/u);
  });

  it('has every code once, though it is spread over areas', () => {
    const folder = 'src/diagnostics/catalogue';
    const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const declared = texts.flatMap((text) =>
      [...text.matchAll(/^ {2}'?([a-z0-9-]+)'?: define/gmu)].map(([, code]) => code),
    );
    expect(declared.sort()).toEqual([...codes()]);
  });

  it('knows its own codes only', () => {
    expect([isCode('page-empty'), isCode('toString'), isCode('__proto__')]).toEqual([true, false, false]);
    expect(explain('constructor')).toBeUndefined();
    expect(explain('page-empty')).toMatchObject({
      code: 'page-empty',
      severity: 'warning',
      title: 'Empty page',
    });
  });
});

describe('exitCodeOf', () => {
  const warning = diagnose('page-empty', {});
  const finding = diagnose('service-skipped', { service: 'x' });
  const input = diagnose('input-missing', { path: 'x' });
  const usage = diagnose('usage', { problem: 'x' });
  const fault = diagnose('internal-error', { problem: 'x' });

  it.each([
    ['nothing', [], false, 0],
    ['a warning', [warning], false, 0],
    ['a warning under --strict', [warning], true, 1],
    ['an error', [finding], false, 1],
    ['input that cannot be read', [finding, input], false, 3],
    ['a fault of usage', [input, usage], false, 2],
    ['a fault of docwright', [fault, usage], false, 4],
  ])('%s', (_, diagnostics, strict, code) => {
    expect(exitCodeOf(diagnostics, strict)).toBe(code);
  });
});

describe('rangeAt', () => {
  it('counts lines and columns whatever the line ends', () => {
    expect(rangeAt('f', 'a\r\nb\rc\nde', 8, 2)).toEqual({
      file: 'f',
      line: 4,
      column: 2,
      endLine: 4,
      endColumn: 3,
    });
    expect(rangeAt('f', 'a\r\nb\rc\nde', 7, 2)).toEqual({
      file: 'f',
      line: 4,
      column: 1,
      endLine: 4,
      endColumn: 3,
    });
  });
});

describe('relocated', () => {
  it('leads to files from somewhere else', () => {
    const { report, diagnostics } = collector();
    const source = { file: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
    relocated(report, '../docs')('page-empty', {}, source, [{ message: 'here', source }]);
    expect(diagnostics[0]?.source?.file).toBe('../docs/a.md');
    expect(diagnostics[0]?.related?.[0]?.source.file).toBe('../docs/a.md');
  });
});
