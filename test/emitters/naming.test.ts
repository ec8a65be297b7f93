import { describe, expect, it } from 'vitest';
import { nameService } from '../../src/emitters/naming.js';
import { error, list, member, operation, service, string, structure, values } from './support/build.js';

const constraint = (...allowed: string[]) =>
  values(...allowed) as Extract<ReturnType<typeof values>, { kind: 'values' }>;

describe('nameService', () => {
  it('names an operation and what belongs to it', () => {
    const naming = nameService(service({ operations: [operation('ListDBClusters')] }));
    expect(naming.operation('ListDBClusters')).toEqual({
      type: 'ListDBClusters',
      method: 'listDBClusters',
      input: 'ListDBClustersInput',
      output: 'ListDBClustersOutput',
      inputSchema: 'ListDBClustersInputSchema',
      outputSchema: 'ListDBClustersOutputSchema',
      responses: new Map(),
      handler: 'ListDBClustersHandler',
      paginator: 'paginateListDBClusters',
      items: 'listDBClustersItems',
    });
  });

  it.each(['Error', 'Date', 'Record', 'Promise', 'Client', 'ServiceError', 'Uint8Array'])(
    'leaves %s to whom it belongs',
    (name) => {
      const naming = nameService(service({ shapes: [structure(name, [])] }));
      expect(naming.shape(name)?.type).toBe(`${name}Shape`);
    },
  );

  it.each([
    ['Delete', 'delete_'],
    ['Then', 'thenOperation'],
    ['Constructor', 'constructor_'],
    ['Connect', 'connectOperation'],
  ])('makes the operation %s the method %s', (name, method) => {
    expect(nameService(service({ operations: [operation(name)] })).operation(name).method).toBe(method);
  });

  it('keeps apart what one spelling would join', () => {
    const naming = nameService(
      service({
        operations: [operation('GetUser'), operation('getUser'), operation('get-user')],
        shapes: [structure('GetUserInput', []), structure('user', []), structure('User', [])],
        errors: [error('User', 400)],
      }),
    );
    // Where callers send what they receive, the names of the form that they send are the same.
    const distinct = (names: object): unknown[] => [...new Set(Object.values(names))];
    const names = [
      ...['GetUser', 'getUser', 'get-user'].flatMap((name) => distinct(naming.operation(name))),
      ...['GetUserInput', 'user', 'User'].flatMap((name) => distinct(naming.shape(name) ?? {})),
      ...distinct(naming.error('User')),
    ].filter((name) => typeof name === 'string');
    expect(new Set(names).size).toBe(names.length);
  });

  it('names values by their member, by owner and member where that is vague or taken', () => {
    const runtime = constraint('node', 'java');
    const runtimes = constraint('node', 'java');
    const status = constraint('ON', 'OFF');
    const colour = constraint('RED');
    const otherColour = constraint('BLUE');
    const naming = nameService(
      service({
        shapes: [
          structure('Function', [member('Runtime', string(runtime)), member('Status', string(status))]),
          structure('Layer', [member('CompatibleRuntimes', list(string(runtimes)))]),
          structure('Pen', [member('Colour', string(colour))]),
          structure('Quill', [member('Colour', string(otherColour))]),
        ],
      }),
    );
    const nameOf = (of: typeof runtime) => naming.values(of)?.type;
    expect([runtime, runtimes, status, colour, otherColour].map(nameOf)).toEqual([
      'Runtime',
      'Runtime',
      'FunctionStatus',
      'Colour',
      'QuillColour',
    ]);
  });

  it('names values of a member in snake case as types are named', () => {
    const grant = constraint('code', 'refresh');
    const naming = nameService(
      service({ shapes: [structure('Exchange', [member('grant_type', string(grant))])] }),
    );
    expect(naming.values(grant)?.type).toBe('GrantType');
  });

  it('gives every value a key of its own', () => {
    const dotted = constraint('a.b', 'a_b', 'a-b', '', '__proto__', '1', 'a.b');
    const naming = nameService(service({ shapes: [structure('Pen', [member('Ink', string(dotted))])] }));
    expect(naming.values(dotted)?.entries).toEqual([
      { key: 'a.b', value: 'a.b' },
      { key: 'a_b', value: 'a_b' },
      { key: 'a-b', value: 'a-b' },
      { key: 'empty', value: '' },
      { key: '__proto__', value: '__proto__' },
      { key: '_1', value: '1' },
    ]);
  });

  it('gives members of one name a key each', () => {
    const twins = [member('id', string()), member('id', string()), member('id2', string())];
    const naming = nameService(service({ shapes: [structure('Pen', twins)] }));
    expect(twins.map(naming.key)).toEqual(['id', 'id3', 'id2']);
  });
});
