import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { toSmithy } from '../../src/emitters/smithy/index.js';
import type { AuthDescription, JsonValue, Service } from '../../src/model/model.js';
import { at, fieldsOf } from '../openapi/documents.js';
import { fact, list, member, operation, scalar, service, string, structure } from './support/build.js';
import { nullable, shop } from './support/shop.js';

const shapesOf = (one: Service): unknown => at(toSmithy([one]), 'shapes');

const http = (parts: Partial<Service>): Service => service({ ecosystem: 'http', ...parts, traits: {} });

const auth = (
  name: string,
  scheme: string,
  options: { readonly [name: string]: JsonValue } = {},
): AuthDescription => ({ name, scheme, options, known: 'stated', source: fact('').source });

describe('a Smithy model', () => {
  const shapes = shapesOf(shop.service);

  it('has numbers that are named as pages name them', () => {
    expect(at(shapes, 'docwright.shop#StallKind')).toEqual({
      type: 'intEnum',
      members: {
        SEEDS: {
          target: 'smithy.api#Unit',
          traits: { 'smithy.api#enumValue': 0, 'smithy.api#documentation': 'Seeds alone.' },
        },
        Young_Plants: { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': 2 } },
        _5: { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': 5 } },
      },
    });
    expect(at(shapes, 'docwright.shop#Stall', 'members', 'kind', 'target')).toBe('docwright.shop#StallKind');
  });

  it('takes null where it stands in a list', () => {
    const pots = structure('Pots', [member('sizes', list(nullable(string())))]);
    expect(at(shapesOf(http({ shapes: [pots] })), 'docwright.sample#PotsSizes', 'traits')).toEqual({
      'smithy.api#sparse': {},
    });
  });

  it('makes identifiers of names that are none, and keeps the names on the wire', () => {
    const pots = structure('Pot Size', [
      member('max-width', scalar('integer')),
      member('max_width', string()),
    ]);
    const members = fieldsOf(at(shapesOf(http({ shapes: [pots] })), 'docwright.sample#Pot_Size', 'members'));
    expect(at(members, 'max_width', 'target')).toBe('smithy.api#String');
    expect(at(members, 'max_width_2')).toEqual({
      target: 'smithy.api#Integer',
      traits: { 'smithy.api#jsonName': 'max-width' },
    });
  });

  it('says how callers show who they are', () => {
    const operations = [
      operation('Look', { auth: fact([]) }),
      operation('Buy', { auth: fact(['key']) }),
      operation('Sell'),
    ];
    const ways = [auth('token', 'bearer'), auth('key', 'apiKey', { in: 'header', name: 'X-Key' })];
    const found = shapesOf(http({ auth: ways, operations }));
    expect(at(found, 'docwright.sample#SampleService', 'traits')).toMatchObject({
      'smithy.api#httpBearerAuth': {},
      'smithy.api#httpApiKeyAuth': { name: 'X-Key', in: 'header' },
    });
    const of = (name: string): unknown => at(found, `docwright.sample#${name}`, 'traits', 'smithy.api#auth');
    expect(of('Look')).toEqual([]);
    expect(of('Buy')).toEqual(['smithy.api#httpApiKeyAuth']);
    expect(of('Sell')).toBeUndefined();
  });

  it('tells what it leaves out, once for each kind', () => {
    const { report, diagnostics } = collector();
    const secret = auth('signed', 'hmac', { header: 'X-Signature' });
    toSmithy([{ ...shop.service, auth: [secret] }], report);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['not-expressible']));
    const left = diagnostics.map(({ message }) => /left out: (.*)\.$/u.exec(message)?.[1]);
    expect(left).toEqual([
      'servers (service.servers.https://{town}.stalls.example/v1)',
      'ways to show who calls (service.auth.signed)',
      'members that may be null (Stall.owner)',
      'values of one of several types (Stall.rows)',
      'numbers that are sums of bits (Stall.flags)',
      'formats of strings (Keeper.mail, Stall.id)',
      'members that only the service sets (Stall.id)',
      'members that the service never gives back (Stall.key)',
      'other names of members (Keeper.mail)',
      'cookies (listStalls.session)',
      'how lists and objects are written in a query or form (listStalls.kinds)',
      'media types of bodies (addStall.mediaTypes)',
      'responses of success beside the usual one (addStall.responses.202, addStall.responses.204)',
      'codes of errors (404.code)',
    ]);
  });
});
