import { visible } from '../diagnostics/visible.js';
import type {
  ErrorShape,
  Member,
  Model,
  Operation,
  Response,
  Server,
  Service,
  Shape,
} from '../model/model.js';
import { describeType } from './describe.js';

/** Where lists of names are wrapped, in columns. */
const width = 110;

/** A model as an overview for people: each operation with its members and errors, then the shapes and errors. */
export const tableOf = ({ services }: Model): string =>
  services.map((one) => `${serviceLines(one).join('\n')}\n`).join('\n');

function serviceLines(service: Service): readonly string[] {
  const { id, title, apiVersion, protocol, servers, auth, operations, shapes, errors, pages } = service;
  const facts = [title, apiVersion, protocol].flatMap((fact) => fact?.value ?? []);
  const traits = Object.values(service.traits ?? {}).flatMap((named) => Object.entries(named));
  const host = [
    ...servers.map(serverText),
    ...auth.map(({ name, scheme }) => `${name === scheme ? '' : `${name}: `}${scheme} auth`),
    ...traits.map(
      ([name, { value }]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
  ];
  const counts = [
    count(operations.length, 'operation'),
    count(shapes.length, 'shape'),
    count(errors.length, 'error'),
    count(pages.length, 'page'),
  ];
  return [
    visible([id, ...facts].join('  ')),
    visible(`  ${[...host, ...counts].join(', ')}`),
    ...section('Operations', operations.map(operationLines)),
    ...section('Shapes', shapes.map(shapeLines)),
    ...section('Errors', errors.map(errorLines)),
  ];
}

/** `https://{town}.example (town: lund | ghent)`; the default stands first. */
function serverText({ url, variables = {} }: Server): string {
  const texts = Object.entries(variables).map(([name, { default: usual, values = [] }]) => {
    const known = [...(usual === undefined ? [] : [usual]), ...values.filter((value) => value !== usual)];
    return `${name}: ${known.length > 0 ? known.join(' | ') : 'any'}`;
  });
  return texts.length > 0 ? `${url} (${texts.join(', ')})` : url;
}

const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

const section = (title: string, entries: readonly (readonly string[])[]): readonly string[] =>
  entries.length === 0 ? [] : ['', title, ...entries.flat()];

function operationLines(operation: Operation): readonly string[] {
  const { name, http, input, responses, errors, deprecated, auth, mediaTypes } = operation;
  const statuses = responses.map(statusText).join(', ');
  const route = http ? `  ${http.method.value} ${http.uri.value} -> ${statuses}` : '';
  return [
    visible(`  ${name}${route}${deprecated ? '  (deprecated)' : ''}`),
    ...(auth ? [visible(`    auth    ${auth.value.length > 0 ? auth.value.join(' or ') : 'none'}`)] : []),
    ...(mediaTypes ? [visible(`    sends   ${mediaTypes.value.join(' or ')}`)] : []),
    ...memberLines('in', input),
    ...responses.flatMap(({ status, members }, at) =>
      memberLines(at === 0 ? 'out' : String(status.value), members),
    ),
    ...wrapped(
      '    throws  ',
      errors.map((error) => visible(error.name)),
    ),
  ];
}

const statusText = ({ status, mediaType }: Response): string =>
  mediaType ? `${String(status.value)} ${mediaType.value}` : String(status.value);

/** Names after a label, continued below the first name where a line is full. */
function wrapped(label: string, names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, name] of names.entries()) {
    const text = index < names.length - 1 ? `${name}, ` : name;
    const last = lines.at(-1);
    if (last !== undefined && last.length + text.length <= width) lines[lines.length - 1] = last + text;
    else lines.push((last === undefined ? label : ' '.repeat(label.length)) + text);
  }
  return lines.map((line) => line.trimEnd());
}

const shapeLines = ({ kind, name, members, deprecated }: Shape): readonly string[] => [
  visible(`  ${name}  ${kind}${deprecated ? '  (deprecated)' : ''}`),
  ...memberLines('', members),
];

const errorLines = ({ name, status, code, members }: ErrorShape): readonly string[] => [
  visible(`  ${name}${status ? `  ${status.value}` : ''}${code ? `  code ${code.value}` : ''}`),
  ...memberLines('', members),
];

/** A line for each member: name, place where it is not the body, type with constraints. */
function memberLines(label: string, members: readonly Member[]): readonly string[] {
  const width = Math.max(...members.map(({ name }) => visible(name).length), 0);
  return members.map((member, index) => {
    const head = (index === 0 ? label : '').padEnd(4);
    return `    ${head}${visible(member.name).padEnd(width)}  ${visible(memberText(member))}`;
  });
}

function memberText(member: Member): string {
  const { name, wireName, location, required, type, style, aliases = [] } = member;
  const place = location.value === 'body' ? '' : location.value;
  const wire = wireName === name ? '' : `"${wireName}"`;
  const where = [place, wire].filter((part) => part !== '').join(' ');
  return [
    describeType(type),
    ...(where === '' ? [] : [where]),
    ...(style ? [`${style.value} style`] : []),
    ...(required?.value === true ? ['required'] : []),
    ...(member.readOnly?.value === true ? ['read-only'] : []),
    ...(member.writeOnly?.value === true ? ['write-only'] : []),
    ...(aliases.length > 0 ? [`also "${aliases.join('", "')}"`] : []),
  ].join(', ');
}
