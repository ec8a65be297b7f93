import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { Member, Service, Shape } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { declaredTypes, type Declaration, type Field } from './declared-types.js';
import { pagesBelow } from '../wire/pages.js';

/** What both disagree about, read on the page. */
interface Disagreements {
  readonly [why: string]: readonly string[];
}

const BODIES: Disagreements = {
  'a list whose items stand in one text, which the types declare as it is sent': [
    'ListEntitlements.sku_ids is list, declared string',
  ],
  'the page has no such row': [
    'EditGlobalApplicationCommand.type is not read',
    'EditGuildApplicationCommand.type is not read',
    'GetInvite.with_expiration is not read',
    'ModifyGuild.owner_id is not read',
    'ModifyStageInstance.topic is not read',
  ],
  'the page has a row, the types have it in another one or nowhere': [
    'BeginGuildPrune.reason is not declared',
    'CreateChannelInvite.payload_json is not declared',
    'CreateChannelInvite.target_users_file is not declared',
    'ExecuteWebhook.files is not declared',
    'ExecuteWebhook.payload_json is not declared',
  ],
  'the page says that it may be null, in the row or in the note above the table': [
    'CreateGlobalApplicationCommand.dm_permission is nullable',
    'EditGlobalApplicationCommand.dm_permission is nullable',
    'ModifyGuildMember.flags is nullable',
    'ModifyGuildRole.colors is nullable',
    'StartThreadFromMessage.rate_limit_per_user is nullable',
  ],
  'the page does not say that it may be null': [
    'CreateGuildRole.color is not nullable',
    'CreateGuildRole.hoist is not nullable',
    'CreateGuildRole.mentionable is not nullable',
    'CreateGuildRole.name is not nullable',
    'CreateGuildRole.permissions is not nullable',
    'CreateGuildScheduledEvent.image is not nullable',
    'EditCurrentApplication.event_webhooks_url is not nullable',
    'EditCurrentApplication.interactions_endpoint_url is not nullable',
    'EditCurrentApplication.role_connections_verification_url is not nullable',
    'ModifyGuildScheduledEvent.image is not nullable',
  ],
  'the page does not mark it as optional': [
    'GroupDMAddRecipient.nick is required',
    'ModifyApplicationEmoji.name is required',
  ],
  'the page says in a sentence that all attributes of an object may be sent, which is not read': [
    'ModifyGuildWidget.channel_id is not read',
    'ModifyGuildWidget.enabled is not read',
  ],
};

const OBJECTS: Disagreements = {
  'the page has no such row': [
    'ApplicationRoleConnection.platform_username is not read',
    'Guild.hub_type is not read',
    'TeamMember.permissions is not read',
  ],
  'the page has a row, the types have it in another type or nowhere': [
    'Channel.app_permissions is not declared',
    'Channel.permissions is not declared',
    'PromptOption.emoji_animated is not declared',
    'PromptOption.emoji_id is not declared',
    'PromptOption.emoji_name is not declared',
  ],
  'the page marks it so': [
    'ActionMetadata.custom_message is not nullable',
    'Channel.application_id is not nullable',
    'Channel.name is not required',
    'PromptOption.emoji is not required',
    'ThreadMetadata.create_timestamp is nullable',
  ],
  'a column says in which cases it is there, which is not read; no mark says that it may be missing': [
    'ActionMetadata.channel_id is required',
    'ActionMetadata.duration_seconds is required',
    ...[
      'application_id',
      'auto_moderation_rule_name',
      'auto_moderation_rule_trigger_type',
      'channel_id',
      'count',
      'delete_member_days',
      'id',
      'integration_type',
      'members_removed',
      'message_id',
      'role_name',
      'status',
      'type',
    ].map((name) => `OptionalAuditEntryInfo.${name} is required`),
    ...[
      'allow_list',
      'keyword_filter',
      'mention_raid_protection_enabled',
      'mention_total_limit',
      'presets',
      'regex_patterns',
    ].map((name) => `TriggerMetadata.${name} is required`),
  ],
  'the page says `array of snowflakes, user IDs`, which is read as one or the other': [
    'Activity.users is list|string, declared list',
  ],
};

/** Nothing else than what is listed, and all of it: what is mended leaves the list. */
function expectAgreement(found: Compared, agreed: number, known: Disagreements): void {
  expect([...found.rest].sort()).toEqual(Object.values(known).flat().sort());
  expect(found.agreed).toBe(agreed);
}

/**
 * Types that people wrote by hand of an API whose guide is read here, one for each section of the guide. Both may be wrong:
 * what they disagree about was held against the guide by eye (docs/fidelity.md), and may only become less.
 */
const types = dirname(createRequire(import.meta.url).resolve('discord-api-types/v10'));
const documentation = 'https://discord.com/developers/docs/';

const words: Readonly<Record<Type['kind'], readonly string[]>> = {
  string: ['string'],
  timestamp: ['string'],
  blob: ['string'],
  file: ['object'],
  boolean: ['boolean'],
  integer: ['number'],
  long: ['number'],
  float: ['number'],
  double: ['number'],
  list: ['list'],
  map: ['object'],
  reference: ['object'],
  document: [],
  unknown: [],
  oneOf: [],
};

const kindsOf = (type: Type): readonly string[] =>
  type.kind === 'oneOf' ? [...new Set(type.variants.flatMap(kindsOf))].sort() : words[type.kind];

const fieldOf = ({ required, type }: Member): Field => ({
  required: required?.value === true,
  nullable: type.nullable !== undefined,
  kinds: kindsOf(type),
});

interface Compared {
  readonly agreed: number;
  readonly rest: readonly string[];
}

function compare(where: string, members: readonly Member[], { fields }: Declaration): Compared {
  const read = new Map(members.map((member) => [member.wireName, fieldOf(member)]));
  const differing = [...fields].map(([name, declared]) => {
    const field = read.get(name);
    return (field ? differences(field, declared) : ['is not read']).map((one) => `${where}.${name} ${one}`);
  });
  const others = [...read.keys()].filter((name) => !fields.has(name));
  return {
    agreed: differing.filter(({ length }) => length === 0).length,
    rest: [...differing.flat(), ...others.map((name) => `${where}.${name} is not declared`)],
  };
}

/** Of several types for one section the one that fits best: the others are parts of it, or forms of their own. */
const best = (all: readonly Compared[]): readonly Compared[] =>
  all.toSorted((one, other) => one.rest.length - other.rest.length || other.agreed - one.agreed).slice(0, 1);

const sum = (all: readonly Compared[]) => ({
  agreed: all.reduce((total, { agreed }) => total + agreed, 0),
  rest: all.flatMap(({ rest }) => rest),
});

function differences(read: Field, declared: Field): readonly string[] {
  const kinds =
    read.kinds.length === 0 || declared.kinds.length === 0 || String(read.kinds) === String(declared.kinds);
  return [
    ...(kinds ? [] : [`is ${read.kinds.join('|')}, declared ${declared.kinds.join('|')}`]),
    ...(read.required === declared.required ? [] : [`is ${read.required ? '' : 'not '}required`]),
    ...(read.nullable === declared.nullable ? [] : [`is ${read.nullable ? '' : 'not '}nullable`]),
  ];
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');

/** The anchor of the section that a line of a page stands in, with that of the one around it before it. */
function anchorAt(lines: readonly string[], line: number): string {
  const before = lines.slice(0, line).reverse();
  const heading = before.find((text) => /^#{2,6} /.test(text)) ?? '';
  const outer = before.find((text) => /^#{2,3} /.test(text)) ?? '';
  const [inner, around] = [heading, outer].map((text) => slug(text.replace(/^#+ /, '')));
  return heading === outer ? (inner ?? '') : `${around ?? ''}-${inner ?? ''}`;
}

const pageOf = (file: string): string => file.replace(/^developers\//, '').replace(/\.mdx$/, '');

describe.skipIf(!hasShared)(`facts of a guide against types that people wrote${needsShared}`, () => {
  const pages = pagesBelow(sharedPath('rest', 'pages', 'discord'));
  const lines = new Map(pages.map(({ path, text }) => [path, text.split('\n')]));
  const { report } = collector();
  const [service] = servicesOf(fragmentsOf(pages, report), report) as [Service];
  const inside = (folder: string) => [
    join(types, folder, 'v10', '*.d.ts'),
    join(types, folder, 'common.d.ts'),
  ];

  const placeOf = ({ members, source }: Shape): string => {
    const { file, line } = members[0]?.source ?? source;
    return `${pageOf(file)}#${anchorAt(lines.get(file) ?? [], line)}`;
  };

  /** A body that is an object as a whole is what its members are. */
  function wholeOrPart(member: Member, place: 'body' | 'query'): readonly Member[] {
    const { location, type } = member;
    if (location.value === place) return [member];
    const isWhole = place === 'body' && location.value === 'payload' && type.kind === 'reference';
    return isWhole ? (service.shapes.find(({ name }) => name === type.target)?.members ?? []) : [];
  }

  it('of the bodies and queries of requests', () => {
    const declared = declaredTypes(inside('rest'), documentation);
    const places = [
      ['body', /JSONBody$/],
      ['query', /Query$/],
    ] as const;
    const all = service.operations.flatMap(({ name, source, title = '', input }) => {
      const found = declared.get(`${pageOf(source.file)}#${slug(title)}`) ?? [];
      return places.flatMap(([place, names]) => {
        const members = input.flatMap((member) => wholeOrPart(member, place));
        return best(found.filter((one) => names.test(one.name)).map((one) => compare(name, members, one)));
      });
    });
    expectAgreement(sum(all), 247, BODIES);
  });

  it('of objects', () => {
    const declared = declaredTypes(inside('payloads'), documentation);
    const whole = service.shapes.filter(({ name }) => !name.startsWith('Partial'));
    const all = whole.flatMap((shape) =>
      best((declared.get(placeOf(shape)) ?? []).map((one) => compare(shape.name, shape.members, one))),
    );
    expectAgreement(sum(all), 367, OBJECTS);
  });
});
