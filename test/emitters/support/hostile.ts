import type { Member, Service } from '../../../src/model/model.js';
import {
  error,
  fact,
  length,
  list,
  map,
  member,
  operation,
  pattern,
  ref,
  scalar,
  service,
  string,
  structure,
  uses,
  values,
} from './build.js';

/** Texts that a page may hold, and that must mean the same wherever they are printed. */
export const hostile: readonly string[] = [
  '*/ throw 1; /*',
  '`',
  '${process.exit(1)}',
  '{{header}}',
  '{{{header}}}',
  `'"\\`,
  '\\',
  'line\nline\r\nline',
  '\u2028\u2029\u0000\u202e',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '// @ts-nocheck',
  '@deprecated {@link x}',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'then',
  'default',
  'class',
  'delete',
  'await',
  'Error',
  'Date',
  'Object',
  'Promise',
  'Record',
  'Request',
  'Response',
  'Uint8Array',
  'Partial',
  'Client',
  'Handlers',
  'ServiceError',
  'createClient',
  'connect',
  'service',
  'operations',
  'input',
  'options',
  'connection',
  'callOptions',
  'handlers',
  'userId',
  'UserId',
  'USERID',
  'user-id',
  'user id',
  'x-amz-foo',
  '123abc',
  '1',
  '',
  ' ',
  'Größe',
  '名前',
  '\u{1f600}',
  'ᅠ',
];

/** One member has all of the texts as its values, so that the package does not grow with their square. */
const memberOf = (name: string, at: number): Member =>
  member(name, string(...(at === 0 ? [values(...hostile)] : []), length(1, 9), pattern(name)), {
    wireName: `wire ${name}`,
    location: 'header',
    description: name,
    deprecated: name,
    default: { [name]: [name] },
  });

/** A service in which every text stands at every place. */
export function hostileService(): Service {
  const members = hostile.map(memberOf);
  const nested = hostile.map((name) => member(name, list(map(string(), ref(name)))));
  const all = JSON.stringify(hostile);
  return service({
    title: fact(all),
    apiVersion: fact(all),
    endpointPrefix: all,
    signingName: all,
    targetPrefix: all,
    operations: hostile.map((name, at) =>
      operation(name, {
        description: name,
        deprecated: fact(name),
        input: at === 0 ? members : [member(name, scalar('timestamp'), { required: true })],
        output: at === 0 ? nested : [member(name, list(ref(name)))],
        errors: uses(name, 'Unknown'),
        pagination: {
          inputToken: name,
          outputToken: name,
          items: name,
          known: 'inferred',
          source: { file: name, line: 1, column: 1, endLine: 1, endColumn: 1 },
        },
      }),
    ),
    shapes: hostile.map((name, at) =>
      structure(name, at < 2 ? members : [member(name, ref(name))], {
        description: name,
        kind: at % 2 ? 'union' : 'structure',
      }),
    ),
    errors: hostile.map((name, at) => ({
      ...error(name, 400 + at, [member(name, string())]),
      description: name,
    })),
  });
}
