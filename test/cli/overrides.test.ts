import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readModel } from '../../src/commands/inspect.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-overrides-'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(
    join(folder, 'pages', 'bed.md'),
    '# Bed\n\n## Contents\n\n**depth**\n\nType: Integer\n\n**soil**\n\nType: String\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('overrides of a configuration change the model, and are reported where they are at fault', async () => {
  const overrides = {
    'Bed.depth.range.max': { set: 9, reason: 'deeper beds are refused' },
    'Bed.width': { add: { type: 'integer', required: true }, reason: 'the page forgets it' },
    'Bed.colour': { remove: true, reason: 'gone' },
    'Bed.soil.type': { set: 'string', reason: 'was wrong once' },
  };
  const config = { services: { garden: { pages: 'pages', overrides } } };
  writeFileSync(join(folder, 'docwright.config.json'), JSON.stringify(config, null, 2));
  const { model, diagnostics } = await readModel({ folder });
  const members = model.services[0]?.shapes[0]?.members ?? [];
  expect(members.map(({ name, required, known }) => [name, required?.value, known])).toEqual([
    ['depth', undefined, 'stated'],
    ['soil', undefined, 'stated'],
    ['width', true, 'override'],
  ]);
  expect(members[0]?.type.constraints[0]).toMatchObject({
    kind: 'range',
    max: 9,
    known: 'override',
    source: { file: 'docwright.config.json', line: 6 },
  });
  expect(
    diagnostics
      .filter(({ code }) => code.startsWith('override'))
      .map(({ code, source }) => [code, source?.line]),
  ).toEqual([
    ['override-target-missing', 17],
    ['override-unneeded', 21],
  ]);
});

it('an override says exactly one thing to do', async () => {
  const config = {
    services: { garden: { pages: 'pages', overrides: { 'Bed.depth': { reason: 'just so' } } } },
  };
  writeFileSync(join(folder, 'docwright.config.json'), JSON.stringify(config, null, 2));
  const { diagnostics } = await readModel({ folder });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`).join()).toContain(
    'exactly one of set, remove, rename, add',
  );
});
