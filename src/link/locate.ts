import type { Report } from '../diagnostics/report.js';
import { fact, type MemberFragment, type MemberPlace, type SyntaxMessage } from '../model/fragments.js';
import type { Location } from '../model/model.js';
import type { Fact } from '../model/provenance.js';
import { splitUri } from './uri.js';

/** Where a member travels and what it is called there. */
export interface Place {
  readonly location: Fact<Location>;
  readonly wireName: string;
}

/** The place that a syntax block shows for a member, by name; nothing where the block does not show it. */
export function placeInSyntax(name: string, syntax: SyntaxMessage | undefined): Place | undefined {
  if (!syntax) return undefined;
  const at = (location: Location, wireName: string, source = syntax.source): Place => ({
    location: fact(location, source, 'syntax'),
    wireName,
  });
  if (syntax.status?.value === name) return at('status', name, syntax.status.source);
  const query = syntax.uri && splitUri(syntax.uri.value).query.find(({ value }) => value === name);
  if (query && syntax.uri) return at('query', query.key, syntax.uri.source);
  const header = syntax.headers.find(({ value }) => value === name);
  if (header) return at('header', header.name, header.source);
  if (syntax.payload?.value === name) return at('payload', name, syntax.payload.source);
  const member =
    syntax.body?.kind === 'structure' && syntax.body.members.find((other) => other.name === name);
  return member ? at('body', name, member.source) : undefined;
}

/**
 * The place of a described member: what the syntax block shows, or else what its section says of all its members. Where
 * the two disagree, that is reported.
 */
export function placeOf(member: MemberFragment, syntax: SyntaxMessage | undefined, report: Report): Place {
  const shown = placeInSyntax(member.name, syntax);
  if (!shown) return { location: sectionPlace(member), wireName: member.wireName ?? member.name };
  const { value, source } = shown.location;
  if (!SECTION_LOCATIONS[member.place].includes(value)) {
    report('place-disagrees', { member: member.name, shown: value }, member.source, [
      { message: 'the syntax block shows it here', source },
    ]);
  }
  return shown;
}

/** Where the members of a section can travel. */
const SECTION_LOCATIONS: Readonly<Record<MemberPlace, readonly Location[]>> = {
  label: ['label'],
  query: ['query'],
  header: ['header', 'prefixHeaders'],
  cookie: ['cookie'],
  uri: ['label', 'query', 'header', 'prefixHeaders'],
  headers: ['header', 'prefixHeaders'],
  body: ['body', 'payload'],
  payload: ['payload', 'body'],
  status: ['status'],
  response: ['status', 'header', 'prefixHeaders', 'body', 'payload'],
  type: ['body'],
};

function sectionPlace(member: MemberFragment): Fact<Location> {
  const at = (location: Location) => fact(location, member.source, member.placeKnown ?? 'stated');
  switch (member.place) {
    case 'label':
    case 'query':
    case 'header':
    case 'cookie':
    case 'payload':
    case 'status':
      return at(member.place);
    case 'uri':
      return at('label');
    case 'headers':
      return at('header');
    default:
      return at('body');
  }
}
