import { compareServices } from '../../src/changes/compare/services.js';
import type { Change } from '../../src/changes/change.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import { emitService } from '../../src/emitters/emit.js';
import type { AuthDescription, Member, Operation, Server, Service } from '../../src/model/model.js';
import { outputOf } from '../../src/model/walk.js';
import {
  error,
  fact,
  member,
  operation,
  response,
  scalar,
  service,
  string,
  uses,
} from '../emitters/support/build.js';
import { typeErrors } from '../emitters/support/compile.js';
import { options } from '../emitters/support/emit.js';
import { named, nullable, oneOf, special } from '../emitters/support/shop.js';
import { withMember, withOperation as change, withOutput } from './sample.js';

const { known, source } = fact('');
const way = (name: string, scheme = 'bearer'): AuthDescription => ({
  name,
  scheme,
  options: {},
  known,
  source,
});
const at = (url: string): Server => ({ url, known, source });

const kinds = { 1: { name: 'SMALL' }, 2: { name: 'LARGE' } };
const sort = scalar('integer', named('PotSort', kinds));
const glaze = scalar('integer', named('PotGlaze', { 1: { name: 'RIM' }, 2: { name: 'FOOT' } }, true));

/** A service over plain HTTP with one of everything that only the second model says. */
export const oldShop: Service = service({
  ecosystem: 'http',
  traits: {},
  servers: [at('https://a.example'), at('https://b.example')],
  auth: [way('token'), way('other')],
  operations: [
    operation('getPot', {
      http: { method: fact('GET'), uri: fact('/pots/{id}') },
      input: [
        member('id', string(), { location: 'label', required: true }),
        special('size', nullable(scalar('integer')), {}, 'query'),
        special('sort', sort, {}, 'query'),
        special('glaze', glaze, {}, 'query'),
        special('near', oneOf([string(), scalar('long')]), {}, 'query'),
        special('any', scalar('unknown'), {}, 'query'),
        special('label', string(), {}, 'query'),
        special('mark', string(), { readOnly: fact(true) }, 'query'),
        special('tone', string(), {}, 'query'),
      ],
      output: [
        member('title', string(), { required: true }),
        member('height', nullable(scalar('integer')), { required: true }),
        member('place', oneOf([string(), scalar('long')]), { required: true }),
        member('sort', sort),
        member('label', string()),
        special('secret', string(), { writeOnly: fact(true) }),
      ],
      errors: uses('Gone'),
    }),
    operation('dropPot', {
      http: { method: fact('DELETE'), uri: fact('/pots/{id}') },
      input: [member('id', string(), { location: 'label', required: true })],
      responses: [response(200, [member('when', string())]), response(202, [member('ticket', string())])],
    }),
  ],
  errors: [{ ...error('Gone', 410), code: fact(7) }],
});

/** A program that somebody wrote against the old package: each use of a name once. */
const program = `
import { createClient, PotGlaze, PotSort, type DropPot202Output, type DropPotOutput, type GetPotOutput } from './index.js';

export const client = createClient({ baseUrl: 'https://c.example', auth: { token: 'abc' } });

export const find = (): Promise<GetPotOutput> =>
  client.getPot({
    id: 'p1',
    size: null,
    sort: PotSort.SMALL,
    glaze: PotGlaze.RIM | PotGlaze.FOOT,
    near: 7,
    any: { deep: true },
    label: 'blue',
    tone: 'high',
  });

export const other = (sort: PotSort): 1 | 2 => (sort === 1 ? 2 : sort);

export const line = ({ title, height, place, label }: GetPotOutput): string =>
  [title.trim(), height === null ? '' : height.toFixed(1), typeof place === 'string' ? place.trim() : place.toFixed(), label ?? ''].join(' ');

export const ticket = (answer: DropPot202Output): string => answer.ticket ?? '';
export const when = (answer: DropPotOutput): string => ('when' in answer ? (answer.when ?? '') : '');
`;

const withOperation = (name: string, edit: (one: Operation) => Operation | undefined): Service =>
  change(name, edit, oldShop);

const input = (name: string, edit: (one: Member) => Member | undefined): Service =>
  withOperation('getPot', (one) => ({ ...one, input: withMember(one.input, name, edit) }));

const output = (name: string, edit: (one: Member) => Member | undefined): Service =>
  withOperation('getPot', (one) => withOutput(one, withMember(outputOf(one), name, edit)));

const typed =
  (type: Member['type']) =>
  (one: Member): Member => ({ ...one, type });

/** What became of the service, by a few words for it. */
export const shopSamples: readonly (readonly [string, Service])[] = [
  ['input may no longer be null', input('size', typed(scalar('integer')))],
  ['input may be null', input('label', typed(nullable(string())))],
  ['output may be null', output('title', typed(nullable(string())))],
  ['output may no longer be null', output('height', typed(scalar('integer')))],
  ['type stated', input('any', typed(string()))],
  ['input of one type less', input('near', typed(string()))],
  ['input of one type more', input('label', typed(oneOf([string(), scalar('boolean')])))],
  ['output of one type more', output('place', typed(oneOf([string(), scalar('long'), scalar('boolean')])))],
  ['output of one type less', output('place', typed(string()))],
  [
    'values became bits',
    withOperation('getPot', (one) => {
      const bits = typed(scalar('integer', named('PotSort', kinds, true)));
      return withOutput(
        { ...one, input: withMember(one.input, 'sort', bits) },
        withMember(outputOf(one), 'sort', bits),
      );
    }),
  ],
  [
    'bits became values',
    input('glaze', typed(scalar('integer', named('PotGlaze', { 1: { name: 'RIM' }, 2: { name: 'FOOT' } })))),
  ],
  [
    'a bit has another name',
    input(
      'glaze',
      typed(scalar('integer', named('PotGlaze', { 1: { name: 'TOP' }, 2: { name: 'FOOT' } }, true))),
    ),
  ],
  [
    'bits have another name',
    input(
      'glaze',
      typed(scalar('integer', named('Glaze', { 1: { name: 'RIM' }, 2: { name: 'FOOT' } }, true))),
    ),
  ],
  ['only the service sets it', input('tone', (one) => ({ ...one, readOnly: fact(true) }))],
  ['callers may set it', input('mark', ({ readOnly: _, ...one }) => one)],
  ['no longer given back', output('label', (one) => ({ ...one, writeOnly: fact(true) }))],
  ['given back', output('secret', ({ writeOnly: _, ...one }) => one)],
  ['another name added', input('tone', (one) => ({ ...one, aliases: ['pitch'] }))],
  [
    'renamed, and still known by the old name',
    input('tone', (one) => ({ ...one, name: 'pitch', wireName: 'pitch', aliases: ['tone'] })),
  ],
  ['way to show who calls removed', { ...oldShop, auth: [way('other')] }],
  ['way to show who calls changed', { ...oldShop, auth: [way('token', 'basic'), way('other')] }],
  ['way to show who calls added', { ...oldShop, auth: [...oldShop.auth, way('third')] }],
  [
    'response added',
    withOperation('getPot', (one) => ({ ...one, responses: [...one.responses, response(204, [])] })),
  ],
  ['response removed', withOperation('dropPot', (one) => ({ ...one, responses: one.responses.slice(0, 1) }))],
  ['server added', { ...oldShop, servers: [...oldShop.servers, at('https://d.example')] }],
  ['server removed', { ...oldShop, servers: oldShop.servers.slice(0, 1) }],
  ['code of an error changed', { ...oldShop, errors: [{ ...error('Gone', 410), code: fact(8) }] }],
];

/** What TypeScript says of the program against the package of a service. */
export function faultsAgainstShop(after: Service): readonly string[] {
  const bound = bindService(after, () => undefined);
  if (!bound) throw new Error('no protocol fits');
  const files = emitService(bound, ['types', 'errors', 'client', 'schemas', 'package'], options);
  return typeErrors([...files, { path: 'program.ts', content: program }]);
}

export const changesOfShop = (after: Service): readonly Change[] => compareServices(oldShop, after);
