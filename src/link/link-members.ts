import type { Report } from '../diagnostics/report.js';
import type { MemberFragment, SyntaxMember, SyntaxMessage } from '../model/fragments.js';
import type { Location, Member } from '../model/model.js';
import { fact } from '../model/fragments.js';
import type { LinkRules } from './rules.js';
import type { Type } from '../model/types.js';
import { shownFormat, withFormat } from './nested-syntax.js';
import { placeInSyntax, placeOf, type Place } from './locate.js';
import { agrees, inferred, typeFromSyntax } from './syntax-types.js';
import { splitUri } from './uri.js';
import type { JsonValue } from '../model/model.js';
import type { Fact } from '../model/provenance.js';

/** Joins the described members of a request or response with its syntax block, in the order of the description. */
export function linkMembers(
  described: readonly MemberFragment[],
  syntax: SyntaxMessage | undefined,
  report: Report,
  rules: Pick<LinkRules, 'repairName'>,
): Member[] {
  const shown = namesInSyntax(syntax).map(({ name }) => name);
  const members = distinct(described, report).map((member) => {
    const named = { ...member, name: rules.repairName(member.name, shown) };
    return linkMember(named, placeOf(named, syntax, report), syntax, report);
  });
  const names = new Set(members.map(({ name }) => name));
  const undescribed = namesInSyntax(syntax).filter(({ name }) => !names.has(name));
  for (const { name, source } of undescribed) report('member-not-described', { member: name }, source);
  return [...members, ...undescribed.flatMap(({ name }) => memberFromSyntax(name, syntax))];
}

/** A list that names a member twice describes it once; the second is reported. */
export function distinct(described: readonly MemberFragment[], report: Report): MemberFragment[] {
  const first = new Map<string, MemberFragment>();
  for (const member of described) {
    const earlier = first.get(member.name);
    if (!earlier) first.set(member.name, member);
    else {
      report('member-repeated', { member: member.name }, member.source, [
        { message: 'described first here', source: earlier.source },
      ]);
    }
  }
  return [...first.values()];
}

/** A member without what a request or response adds to it, as it stands in a structure. */
export function linkMember(
  member: MemberFragment,
  place: Place,
  syntax: SyntaxMessage | undefined,
  report: Report,
): Member {
  const shown = bodyMember(member.name, syntax);
  if (syntax?.body && place.location.value === 'body' && !shown) {
    report('member-not-in-syntax', { member: member.name }, member.source, [
      { message: 'the syntax block', source: syntax.source },
    ]);
  }
  const stated = member.type ?? untyped(member, place.location.value, shown);
  const type = shown ? withFormat(stated, shownFormat(stated, shown.value)) : stated;
  if (shown && member.type && !agrees(member.type, shown.value)) {
    report('type-disagrees', { member: member.name, type: member.type.kind }, member.type.source, [
      { message: 'the syntax block shows it so', source: shown.source },
    ]);
  }
  const { description, required, deprecated, style, readOnly, writeOnly, aliases } = member;
  return {
    name: member.name,
    wireName: place.wireName,
    location: place.location,
    ...(style && { style }),
    ...(required && { required }),
    type,
    ...(member.default && { default: typedDefault(member.default, type) }),
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    ...(readOnly && { readOnly }),
    ...(writeOnly && { writeOnly }),
    ...(aliases && { aliases }),
    source: member.source,
    known: member.known,
  };
}

/** What the type must be where no page names it: the place or the syntax block decides. */
function untyped(member: MemberFragment, location: Location, shown: SyntaxMember | undefined): Type {
  if (location === 'status') return inferred('integer', member);
  if (location === 'payload') return inferred('blob', member);
  return shown ? typeFromSyntax(shown.value) : inferred('string', member);
}

const bodyMember = (name: string, syntax: SyntaxMessage | undefined): SyntaxMember | undefined =>
  syntax?.body?.kind === 'structure' ? syntax.body.members.find((member) => member.name === name) : undefined;

/** Every member that a syntax block shows, wherever it travels. */
function namesInSyntax(syntax: SyntaxMessage | undefined): { name: string; source: Member['source'] }[] {
  if (!syntax) return [];
  const { uri, status, headers, payload, body } = syntax;
  const query = uri
    ? splitUri(uri.value)
        .query.filter(({ key, value }) => value.toLowerCase() === key.toLowerCase())
        .map(({ value }) => ({ name: value, source: uri.source }))
    : [];
  return [
    ...query,
    ...(typeof status?.value === 'string' ? [{ name: status.value, source: status.source }] : []),
    ...headers.filter(isMemberHeader).map(({ value, source }) => ({ name: value, source })),
    ...(payload ? [{ name: payload.value, source: payload.source }] : []),
    ...(body?.kind === 'structure' ? body.members : []),
  ];
}

/** A header whose value is a name, not a media type or another literal. */
const isMemberHeader = ({ name, value }: { name: string; value: string }): boolean =>
  !/^(content-type|accept|host)$/i.test(name) && /^[A-Za-z_]\w*$/.test(value);

function memberFromSyntax(name: string, syntax: SyntaxMessage | undefined): Member[] {
  const place = placeInSyntax(name, syntax);
  if (!place) return [];
  const shown = bodyMember(name, syntax);
  const source = shown?.source ?? place.location.source;
  const from = { source, known: 'syntax' as const };
  const type = shown
    ? typeFromSyntax(shown.value)
    : inferred(
        place.location.value === 'status'
          ? 'integer'
          : place.location.value === 'payload'
            ? 'blob'
            : 'string',
        from,
      );
  return [{ name, wireName: place.wireName, location: place.location, type, ...from }];
}

/** A member of a structure: its place is the JSON document. */
export const structureMember = (member: MemberFragment, report: Report): Member =>
  linkMember(
    member,
    { location: fact('body', member.source, 'stated'), wireName: member.wireName ?? member.name },
    undefined,
    report,
  );

/** A default as a value of its member's type: pages print all of them as text, such as `True` of a boolean. */
export const typedDefault = (stated: Fact<JsonValue>, type: Type): Fact<JsonValue> =>
  typeof stated.value === 'string' ? { ...stated, value: valueOf(stated.value, type) } : stated;

function valueOf(text: string, { kind }: Type): JsonValue {
  if (kind === 'boolean' && /^(?:true|false)$/iu.test(text)) return text.toLowerCase() === 'true';
  const isNumber = kind === 'integer' || kind === 'long' || kind === 'float' || kind === 'double';
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}
