import { describe, expect, it } from 'vitest';
import { parseModel } from '../../src/changes/model-file.js';
import { compareModels } from '../../src/changes/compare/services.js';
import { migrateModel } from '../../src/ecosystems/registry.js';
import { irVersion } from '../../src/model/model.js';

const source = { file: 'API_Page.md', line: 1, column: 1, endLine: 1, endColumn: 2 };
const known = { known: 'stated', source } as const;
const fact = (value: unknown) => ({ value, ...known });

const member = (name: string, kind: string) => ({
  name,
  wireName: name,
  location: fact('body'),
  type: { kind, constraints: [], ...known },
  ...known,
});

/** A service as the first version of the model had it. */
const seeds = {
  id: 'seed-library',
  title: fact('Seed Library'),
  catalogueId: fact('seeds-2020-01-01'),
  endpointPrefix: fact('seeds'),
  signingName: fact('seed-library'),
  protocol: fact('restJson1'),
  pages: ['API_Page.md'],
  operations: [
    {
      name: 'LendSeed',
      http: { method: fact('POST'), uri: fact('/seeds/{id}'), successStatus: fact(201) },
      input: [member('id', 'string')],
      output: [member('due', 'timestamp')],
      errors: [],
      examples: [],
      ...known,
    },
    { name: 'Rest', input: [], output: [], errors: [], examples: [], ...known },
  ],
  shapes: [],
  errors: [],
};

const parse = (version: string) =>
  parseModel(JSON.stringify({ irVersion: version, services: [seeds] }), migrateModel);

describe('a model of version 1', () => {
  it('is read in the form of today', async () => {
    const parsed = await parse('1.0');
    if ('problem' in parsed) throw new Error(parsed.problem);
    const [service] = parsed.model.services;
    expect(parsed.model.irVersion).toBe(irVersion);
    expect(service).toMatchObject({ ecosystem: 'aws', servers: [], auth: [], title: fact('Seed Library') });
    expect(service?.traits).toEqual({
      aws: {
        catalogueId: fact('seeds-2020-01-01'),
        endpointPrefix: fact('seeds'),
        signingName: fact('seed-library'),
      },
    });
    const [lend, rest] = service?.operations ?? [];
    expect(lend?.http).toEqual({ method: fact('POST'), uri: fact('/seeds/{id}') });
    expect(lend?.responses).toEqual([{ status: fact(201), members: [member('due', 'timestamp')], ...known }]);
    expect(rest?.responses).toEqual([
      { status: { value: 200, known: 'inferred', source }, members: [], ...known },
    ]);
  });

  it('is compared with one of today', async () => {
    const parsed = await parse('1.3');
    if ('problem' in parsed) throw new Error(parsed.problem);
    const { model } = parsed;
    const [service] = model.services;
    if (!service) throw new Error('no service');
    const after = { ...model, services: [{ ...service, operations: service.operations.slice(0, 1) }] };
    expect(compareModels(model, after).map(({ rule, fact: id }) => `${rule} ${id}`)).toEqual([
      'operation-removed Rest',
    ]);
  });

  it('is refused where nobody knows its version', async () => {
    expect(await parse('0.9')).toEqual({ problem: `expected a model of version ${irVersion}, found 0.9` });
    expect(await parseModel('{}', migrateModel)).toEqual({
      problem: `expected a model of version ${irVersion}, found none`,
    });
  });
});
