import { expect, it } from 'vitest';
import { factsOfSelection } from '../../src/inspect/facts.js';
import { tableOf } from '../../src/inspect/table.js';
import { irVersion } from '../../src/model/model.js';
import type { AuthDescription, Model } from '../../src/model/model.js';
import { fact, operation, response } from '../emitters/support/build.js';
import { shop } from '../emitters/support/shop.js';

const token: AuthDescription = {
  name: 'token',
  scheme: 'bearer',
  options: {},
  known: 'stated',
  source: fact('').source,
};

const look = operation('look', { auth: fact([]), responses: [response(200, [], 'text/csv')] });

const model: Model = {
  irVersion,
  services: [{ ...shop.service, auth: [token], operations: [...shop.service.operations, look] }],
};

it('shows where requests go, who may call, each response, and what values may be', () => {
  expect(tableOf(model).split('\n')).toEqual([
    'shop  Stall Shop  2020-01-01',
    '  https://{town}.stalls.example/v1 (town: lund | ghent), token: bearer auth, 4 operations, 2 shapes, 1 error, 0 pages',
    '',
    'Operations',
    '  addStall  POST /stalls -> 201, 202, 204',
    '    sends   multipart/form-data or application/json',
    '    in  stall  Stall, required',
    '        plan   file',
    '    out body  Stall, payload, required',
    '    202 ticket  string, required',
    '  closeStall  POST /stalls/{id}/close -> 204',
    '    in  id  string, label, required',
    '  listStalls  GET /stalls -> 200',
    '    in  kinds    list<integer StallKind (SEEDS = 0 | Young Plants = 2 | 5)>, query, comma style',
    '        session  string, cookie',
    '    out body  list<Stall>, payload, required',
    '    throws  404',
    '  look',
    '    auth    none',
    '',
    'Shapes',
    '  Keeper  structure',
    '        name  string',
    '        mail  string email, also "email"',
    '  Stall  structure',
    '        id     string uuid, required, read-only',
    '        key    string, write-only',
    '        kind   integer StallKind (SEEDS = 0 | Young Plants = 2 | 5), required',
    '        flags  integer StallFlags (ROOFED = 1 + GUARDED = 4)',
    '        owner  Keeper or null, required',
    '        rows   list<integer range 1.. or string or null>',
    '',
    'Errors',
    '  404  404  code 10003',
    '',
  ]);
});

it('lists every fact of a shape with its place', () => {
  const lines = factsOfSelection(model, { shape: 'Keeper' }).split('\n');
  const ids = lines.flatMap((line) => /^ {2}(\S+)/u.exec(line)?.[1] ?? []);
  expect(ids.filter((id) => id.startsWith('Keeper.mail'))).toEqual([
    'Keeper.mail',
    'Keeper.mail.location',
    'Keeper.mail.wireName',
    'Keeper.mail.type',
    'Keeper.mail.format',
    'Keeper.mail.aliases.email',
  ]);
});
