import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { factsOf } from '../../src/model/facts.js';
import type { Service } from '../../src/model/model.js';
import { awsRules } from '../../src/ecosystems/aws/link-rules.js';
import { applyOverrides } from '../../src/link/overrides/apply.js';
import type { OverrideAction } from '../../src/model/overrides.js';
import { link, page } from '../dialects/read.js';

const sow = page(
  `# Sow\n\n## Request Syntax\n\n\`\`\`\nPOST /gardens/gardenId/beds HTTP/1.1\n\n{\n   "Bed": "string",\n   "labels": { \n      "string" : [ "string" ]\n   },\n   "soil": { \n      "kind": "string"\n   },\n   "when": number\n}\n\`\`\`\n\n## URI Request Parameters\n\nThe request uses the following URI parameters.\n\n**[gardenId](#x)**\n\nThe garden.\n\nRequired: Yes\n\n## Request Body\n\nThe request accepts the following data in JSON format.\n\n**[Bed](#x)**\n\nThe bed.\n\nType: String\n\nLength Constraints: Minimum length of 1. Maximum length of 10.\n\nRequired: Yes\n\n**[labels](#x)**\n\nType: String to array of strings map\n\nArray Members: Maximum number of 5 items.\n\n**[soil](#x)**\n\nType: [Soil](API_Soil.md) object\n\n**[when](#x)**\n\nType: Timestamp\n\n## Errors\n\n**FrostException**\n\nToo cold.\n\nHTTP Status Code: 400\n`,
  'pages/API_Sow.md',
);
const soil = page('# Soil\n\n## Contents\n\n**kind**\n\nType: String\n', 'pages/API_Soil.md');

const source = { file: 'docwright.config.ts', line: 7, column: 5, endLine: 7, endColumn: 30 };
const base: Service = link([sow, soil]).service;

function override(id: string, action: OverrideAction) {
  const { report, diagnostics } = collector();
  const service = applyOverrides(
    base,
    [{ id, action, reason: 'the service says so', source }],
    report,
    awsRules,
  );
  const before = new Map([...factsOf(base)].map((fact) => [fact.id, fact]));
  const after = new Map([...factsOf(service)].map((fact) => [fact.id, fact]));
  const changed = [...after.values()].filter(
    (fact) => JSON.stringify(before.get(fact.id)?.value) !== JSON.stringify(fact.value),
  );
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return {
    changed: Object.fromEntries(changed.map((fact) => [fact.id, fact.value])),
    known: new Set(changed.map((fact) => `${fact.known} ${fact.source.file}:${fact.source.line}`)),
    gone,
    codes: diagnostics.map((diagnostic) => diagnostic.code),
    messages: diagnostics.map((diagnostic) => diagnostic.message),
  };
}

const set = (value: unknown): OverrideAction => ({ kind: 'set', value: value as never });

describe('set', () => {
  it.each([
    ['Sow.input.Bed.length.max', 64],
    ['Sow.input.Bed.pattern', '^b'],
    ['Sow.input.Bed.values', ['a', 'b']],
    ['Sow.input.Bed.required', false],
    ['Sow.input.Bed.wireName', 'bed'],
    ['Sow.input.labels.count.max', 3],
    ['Sow.input.labels.key.pattern', 'k'],
    ['Sow.input.labels.value.count.max', 9],
    ['Sow.input.labels.value.element.length.min', 2],
    ['Sow.input.when.format', 'dateTime'],
    ['Sow.input.soil.type', 'document'],
    ['Sow.method', 'PUT'],
    ['Sow.successStatus', 201],
    ['Soil.kind.default', 'clay'],
    ['FrostException.status', 409],
    ['service.protocol', 'restJson1'],
  ])('%s', (id, value) => {
    const { changed, known, codes } = override(id, set(value));
    if (id === 'service.protocol') {
      expect(codes).toEqual(['override-unneeded']);
      return;
    }
    expect(changed[id]).toEqual(value);
    expect([...known]).toContain('override docwright.config.ts:7');
    expect(codes).toEqual([]);
  });

  it('changes nothing else', () => {
    expect(override('Sow.input.Bed.length.max', set(64)).changed).toEqual({ 'Sow.input.Bed.length.max': 64 });
  });

  it('says what it expected', () => {
    expect(override('Sow.input.Bed.length.max', set('ten'))).toMatchObject({
      codes: ['override-invalid'],
      changed: {},
    });
    expect(override('Sow.input.Bed.type', set('Compost')).messages[0]).toContain('"string", "list<string>"');
    expect(override('Sow.input.Bed.size', set(1)).codes).toEqual(['override-invalid']);
    expect(override('Sow.speed', set(1)).codes).toEqual(['override-invalid']);
  });
});

describe('remove, rename and add', () => {
  it('remove a constraint, a member, an error and an operation', () => {
    expect(override('Sow.input.Bed.length.min', { kind: 'remove' }).gone).toEqual([
      'Sow.input.Bed.length.min',
    ]);
    expect(override('Soil.kind', { kind: 'remove' }).gone).toEqual(
      expect.arrayContaining(['Soil.kind', 'Soil.kind.type']),
    );
    expect(override('Sow.errors.FrostException', { kind: 'remove' }).gone).toEqual([
      'Sow.errors.FrostException',
    ]);
    expect(override('Sow', { kind: 'remove' }).gone).toContain('Sow.input.Bed');
  });

  it('rename a member, on the wire too', () => {
    const { changed, gone } = override('Sow.input.Bed', { kind: 'rename', name: 'bed' });
    expect(changed).toMatchObject({
      'Sow.input.bed': 'bed',
      'Sow.input.bed.wireName': 'bed',
      'Sow.input.bed.length.max': 10,
    });
    expect(gone).toContain('Sow.input.Bed');
  });

  it('rename a type wherever it is referred to', () => {
    expect(override('Soil', { kind: 'rename', name: 'Ground' }).changed).toMatchObject({
      'Sow.input.soil.type': 'Ground',
      Ground: 'structure',
    });
  });

  it('add a member', () => {
    const member = { type: 'list<Soil>', required: true, location: 'query', wireName: 'soils' } as const;
    expect(override('Sow.input.soils', { kind: 'add', member }).changed).toMatchObject({
      'Sow.input.soils': 'soils',
      'Sow.input.soils.type': 'list',
      'Sow.input.soils.element.type': 'Soil',
      'Sow.input.soils.location': 'query',
      'Sow.input.soils.required': true,
    });
  });
});

describe('overrides that have lost their reason', () => {
  it('are reported when the pages say the same', () => {
    expect(override('Sow.input.Bed.length.max', set(10)).codes).toEqual(['override-unneeded']);
  });

  it('are reported when their target is gone, with what is like it', () => {
    const { codes, messages } = override('Plant.input.Bed.required', set(true));
    expect(codes).toEqual(['override-target-missing']);
    expect(messages[0]).toContain('similar: Sow.input.Bed.required');
  });
});
