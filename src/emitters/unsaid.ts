import type { SourceRange } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import type { Member, Service } from '../model/model.js';
import type { Type } from '../model/types.js';
import { unknownToSmithy } from './smithy/auth.js';
import { membersOfOperation, typesWithin } from '../model/walk.js';

/** What a page states and where: the subject of something that a form has no words for. */
interface Place {
  /** Such as `CreateUser.input.tags` or `User.role`. */
  readonly fact: string;
  readonly source: SourceRange;
}

/** Finds what a service has of one kind. */
interface Kind {
  /** In the plural, for a message. */
  readonly what: string;
  find(service: Service): readonly Place[];
}

interface OwnedMember extends Place {
  readonly member: Member;
}

const owned = (owner: string, members: readonly Member[]): readonly OwnedMember[] =>
  members.map((member) => ({ fact: `${owner}.${member.name}`, source: member.source, member }));

const membersOf = ({ operations, shapes, errors }: Service): readonly OwnedMember[] => [
  ...operations.flatMap((operation) => owned(operation.name, membersOfOperation(operation))),
  ...[...shapes, ...errors].flatMap(({ name, members }) => owned(name, members)),
];

const membersThat = (what: string, fits: (member: Member) => boolean): Kind => ({
  what,
  find: (service) => membersOf(service).filter(({ member }) => fits(member)),
});

const typesThat = (what: string, fits: (type: Type) => boolean): Kind =>
  membersThat(what, ({ type }) => typesWithin(type).some(fits));

const hasFlags = ({ constraints }: Type): boolean =>
  constraints.some((constraint) => constraint.kind === 'values' && constraint.flags === true);

/** Calls whose body says what is called. */
const callsInBodies = ({ operations, protocol }: Service): readonly Place[] =>
  protocol?.value === 'json-rpc' ? operations.map(({ name, source }) => ({ fact: name, source })) : [];

/** What not every form can say. */
const kinds = {
  aliases: membersThat('other names of members', ({ aliases = [] }) => aliases.length > 0),
  styles: membersThat(
    'how lists and objects are written in a query or form',
    ({ style }) => style !== undefined,
  ),
  cookies: membersThat('cookies', ({ location }) => location.value === 'cookie'),
  readOnly: membersThat('members that only the service sets', ({ readOnly }) => readOnly?.value === true),
  writeOnly: membersThat(
    'members that the service never gives back',
    ({ writeOnly }) => writeOnly?.value === true,
  ),
  nullableMembers: membersThat('members that may be null', ({ type }) => type.nullable !== undefined),
  oneOf: typesThat('values of one of several types', ({ kind }) => kind === 'oneOf'),
  flags: typesThat('numbers that are sums of bits', hasFlags),
  formats: typesThat('formats of strings', (type) => type.kind === 'string' && type.format !== undefined),
  responses: {
    what: 'responses of success beside the usual one',
    find: ({ operations }) =>
      operations.flatMap(({ name, responses }) =>
        responses
          .slice(1)
          .map(({ status, source }) => ({ fact: `${name}.responses.${status.value}`, source })),
      ),
  },
  mediaTypes: {
    what: 'media types of bodies',
    find: ({ operations }) =>
      operations.flatMap(({ name, mediaTypes }) =>
        mediaTypes ? [{ fact: `${name}.mediaTypes`, source: mediaTypes.source }] : [],
      ),
  },
  pagination: {
    what: 'pages that are told by a number, an offset, a link or a key',
    find: ({ operations }) =>
      operations.flatMap(({ name, pagination }) =>
        pagination && (pagination.style ?? 'token') !== 'token'
          ? [{ fact: name, source: pagination.source }]
          : [],
      ),
  },
  errorCodes: {
    what: 'codes of errors',
    find: ({ errors }) =>
      errors.flatMap(({ name, code }) => (code ? [{ fact: `${name}.code`, source: code.source }] : [])),
  },
  envelopes: {
    what: 'the message that stands around what a call says',
    find: callsInBodies,
  },
  errorsOfSuccess: {
    what: 'errors that are told with a status of success',
    find: (service) => (service.errors.some(({ status }) => !status) ? callsInBodies(service) : []),
  },
  servers: {
    what: 'servers',
    find: ({ servers }) => servers.map(({ url, source }) => ({ fact: `service.servers.${url}`, source })),
  },
  authSchemes: {
    what: 'ways to show who calls',
    find: (service) =>
      unknownToSmithy(service).map(({ name, source }) => ({ fact: `service.auth.${name}`, source })),
  },
  serverDefaults: {
    what: 'variables of servers without a default',
    find: ({ servers }) =>
      servers.flatMap(({ url, variables = {}, source }) =>
        Object.values(variables).some((one) => one.default === undefined && !one.values?.length)
          ? [{ fact: `service.servers.${url}`, source }]
          : [],
      ),
  },
} satisfies Readonly<Record<string, Kind>>;

/** A kind of fact that a form may have no words for. */
export type Unsaid = keyof typeof kinds;

/** How many places a finding names. */
const shown = 3;

/** Reports what a service has of these kinds, which the form leaves out: one finding a kind. */
export function reportUnsaid(
  service: Service,
  form: string,
  unsaid: readonly Unsaid[],
  report: Report,
): void {
  for (const id of unsaid) {
    const { what, find }: Kind = kinds[id];
    const places = find(service);
    const [first] = places;
    if (!first) continue;
    const names = [...new Set(places.map(({ fact }) => fact))];
    const rest = names.length - shown;
    const listed = [...names.slice(0, shown), ...(rest > 0 ? [`${String(rest)} more`] : [])];
    report('not-expressible', { form, what, where: listed }, first.source);
  }
}
