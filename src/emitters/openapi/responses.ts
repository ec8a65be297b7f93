import { byKey } from '../../base/compare.js';
import type { ErrorShape, ErrorUse, Member, Operation } from '../../model/model.js';
import { outputOf, successOf as successResponse } from '../../model/walk.js';
import type { OperationBinding } from '../../ecosystems/protocol.js';
import { codeSpan, markdownBlocks, proseText, withoutCommentEnds } from '../../render/prose.js';
import { summary } from '../docs.js';
import { errorStatus } from '../errors/status.js';
import { isRequired } from '../json-schema/types.js';
import { responseContent } from './bodies.js';
import { type Api, memberSchema, outsideBody, schemaPointer } from './context.js';
import { type Json, sourceOf, unlessEmpty } from './json.js';
import { aboutMember, at, firstOfEach } from './members.js';
import { prefixHeaders } from './parameters.js';

/** `responses`: success, and each status of the documented errors. */
export function responsesOf(binding: OperationBinding, api: Api): Json {
  const byStatus = new Map<string, DocumentedError[]>();
  for (const error of errorsOf(binding, api)) {
    const status = statusKey(error.shape ? errorStatus(error.shape) : 400);
    byStatus.set(status, [...(byStatus.get(status) ?? []), error]);
  }
  const success = statusKey(usualStatus(binding.operation));
  const failures = [...byStatus]
    .filter(([status]) => status !== success)
    .sort(byKey)
    .map(([status, errors]) => [status, failure(errors, binding, api)] as const);
  const also = (byStatus.get(success) ?? []).map(({ use }) => errorMention(use));
  return Object.fromEntries([
    [success, { ...successOf(binding, api), ...unlessEmpty('x-errors', also) }],
    ...failures,
  ]);
}

const usualStatus = (operation: Operation): number => successResponse(operation).status.value;

/** What OpenAPI takes for a status; `default` stands for what it does not. */
const statusKey = (status: number): string =>
  /^[1-5]\d\d$/u.test(String(status)) ? String(status) : 'default';

interface DocumentedError {
  readonly use: ErrorUse;
  /** Absent where no page describes it. */
  readonly shape?: ErrorShape;
}

function errorsOf({ operation }: OperationBinding, { service }: Api): readonly DocumentedError[] {
  return firstOfEach(operation.errors, ({ name }) => name).map((use) => {
    const shape = service.errors.find(({ name }) => name === use.name);
    return { use, ...(shape && { shape }) };
  });
}

const errorMention = (use: ErrorUse): Json => ({ name: use.name, 'x-source': sourceOf(use) });

function successOf(binding: OperationBinding, api: Api): Json {
  const { name } = binding.operation;
  const output = outputOf(binding.operation);
  const [status] = at(output, 'status');
  return {
    description: 'Success.',
    ...headersOf(output, `${name}.output`, api),
    ...responseContent(binding, api),
    ...(status && {
      'x-status': {
        ...aboutMember(status, ''),
        schema: memberSchema(status, `${name}.output`, api.schemas('output')),
      },
    }),
    ...unlessEmpty('x-prefix-headers', prefixHeaders(output, `${name}.output`, api, 'output')),
  };
}

function failure(errors: readonly DocumentedError[], binding: OperationBinding, api: Api): Json {
  const described = errors.flatMap(({ shape }) => shape ?? []);
  const references = described.map(({ name }) => ({ $ref: schemaPointer(api.names.error(name)) }));
  const [first, ...others] = references;
  // `oneOf` would refuse what fits two of them, as bodies of a message alone do: only the name tells them apart.
  const schema = others.length > 0 ? { anyOf: references } : first;
  const members = described.flatMap((error) =>
    error.members.map((member) => ({ member, owner: error.name })),
  );
  return {
    description: failureText(errors),
    ...headersOfErrors(members, binding, api),
    ...(schema && { content: { [binding.request.media ?? '']: { schema } } }),
    'x-errors': errors.map(({ use }) => errorMention(use)),
  };
}

function failureText(errors: readonly DocumentedError[]): string {
  const texts = errors.map(({ use, shape }) => {
    const text = use.description ?? shape?.description;
    return { name: withoutCommentEnds(codeSpan(proseText(use.name))), text };
  });
  const [only, ...others] = texts;
  if (only && others.length === 0)
    return markdownBlocks(`${only.name}: ${only.text ?? ''}`).replace(/:$/u, '');
  return texts
    .map(({ name, text }) => `- ${name}: ${markdownBlocks(summary(text))}`.replace(/: $/u, ''))
    .join('\n');
}

type NamedHeader = readonly [name: string, header: Json];

function headersOfErrors(
  members: readonly { readonly member: Member; readonly owner: string }[],
  { errorOf: { code } }: OperationBinding,
  api: Api,
): Json {
  const name: readonly NamedHeader[] =
    code?.in === 'header' ? [[code.name, { $ref: errorNameHeader }]] : [];
  const own = members
    .filter(({ member }) => member.location.value === 'header')
    .map(({ member, owner }) => header(member, owner, api));
  return asHeaders([...name, ...own]);
}

/** The header that names the error, described once. */
const errorNameHeader = '#/components/headers/ErrorName';

const headersOf = (members: readonly Member[], owner: string, api: Api): Json =>
  asHeaders(at(members, 'header').map((member) => header(member, owner, api)));

function asHeaders(headers: readonly NamedHeader[]): Json {
  const distinct = firstOfEach(headers, ([name]) => name.toLowerCase());
  return distinct.length > 0 ? { headers: Object.fromEntries(distinct) } : {};
}

function header(member: Member, owner: string, api: Api): NamedHeader {
  const context = api.schemas('output', outsideBody.header);
  return [
    member.wireName,
    {
      ...(isRequired(member, owner, context) && { required: true }),
      ...aboutMember(member, member.wireName),
      schema: memberSchema(member, owner, context),
    },
  ];
}
