import { distinctBy } from '../../base/group-by.js';
import { byKey } from '../../base/compare.js';
import type { ErrorShape, ErrorUse, Member } from '../../model/model.js';
import { successOf as successResponse } from '../../model/walk.js';
import type { OperationBinding, PartBinding } from '../../ecosystems/protocol.js';
import { codeSpan, markdownBlocks, proseText, withoutCommentEnds } from '../../render/prose.js';
import { summary } from '../docs.js';
import { errorStatus } from '../naming.js';
import { isRequired } from '../json-schema/types.js';
import { responseContent } from './bodies.js';
import { type Api, outsideBody, schemaPointer } from './context.js';
import { outputsOf, type OutputResponse } from '../output.js';
import { descriptionOf, type Json, sourceOf, unlessEmpty } from './json.js';
import { aboutMember, at, memberOf, memberSchema } from './member-schemas.js';
import { prefixHeaders } from './parameters.js';
import { hasErrorBody } from './schemas.js';

/** `responses`: those of success, and each status of the documented errors. */
export function responsesOf(binding: OperationBinding, api: Api): Json {
  const byStatus = new Map<string, DocumentedError[]>();
  for (const error of errorsOf(binding, api)) {
    const status = statusOf(error, api);
    byStatus.set(status, [...(byStatus.get(status) ?? []), error]);
  }
  const outputs = outputsOf(binding, api.protocol);
  const successes = outputs.map(
    (output, index) =>
      [successStatus(output, binding), successOf(output, index === 0, binding, api)] as const,
  );
  const taken = new Map(successes);
  const failures = [...byStatus]
    .filter(([status]) => !taken.has(status))
    .sort(byKey)
    .map(([status, errors]) => [status, failure(errors, binding, api)] as const);
  const told = successes.map(([status, response]) => {
    const also = (byStatus.get(status) ?? []).map(errorMention);
    return [status, { ...response, ...unlessEmpty('x-errors', also) }] as const;
  });
  return Object.fromEntries([...told, ...failures]);
}

/** What the page says, also where the protocol always answers with another. */
const successStatus = ({ status }: OutputResponse, { operation, responses }: OperationBinding): string =>
  statusKey(responses.size > 1 ? status : successResponse(operation).status.value);

/** Where Smithy is spoken, an error without a status has 400; elsewhere it may have any. */
function statusOf({ shape }: DocumentedError, { isSmithy, protocol }: Api): string {
  if (!shape) return isSmithy ? '400' : 'default';
  return isSmithy || shape.status ? statusKey(errorStatus(shape, protocol)) : 'default';
}

/** What OpenAPI takes for a status; `default` stands for what it does not. */
const statusKey = (status: number): string =>
  /^[1-5]\d\d$/u.test(String(status)) ? String(status) : 'default';

interface DocumentedError {
  readonly use: ErrorUse;
  /** Absent where no page describes it. */
  readonly shape?: ErrorShape;
}

function errorsOf({ operation }: OperationBinding, { service }: Api): readonly DocumentedError[] {
  return distinctBy(operation.errors, ({ name }) => name).map((use) => {
    const shape = service.errors.find(({ name }) => name === use.name);
    return { use, ...(shape && { shape }) };
  });
}

const errorMention = ({ use, shape }: DocumentedError): Json => ({
  name: use.name,
  ...(shape?.code && { code: shape.code.value }),
  'x-source': sourceOf(use),
});

function successOf(
  { status, message, fact }: OutputResponse,
  isUsual: boolean,
  { operation }: OperationBinding,
  api: Api,
): Json {
  const { parts } = message;
  const [held] = at(parts, 'status').map(memberOf);
  const stated = operation.responses.find((response) => response.status.value === status);
  const component = api.names.response(operation.name, isUsual ? undefined : status);
  return {
    description: 'Success.',
    ...descriptionOf(stated?.description),
    ...headersOf(parts, fact, api),
    ...responseContent(message, fact, component, api),
    ...(held && {
      'x-status': {
        ...aboutMember(held, ''),
        schema: memberSchema(held, fact, api.schemas('output')),
      },
    }),
    ...unlessEmpty('x-prefix-headers', prefixHeaders(parts, fact, api, 'output')),
  };
}

function failure(errors: readonly DocumentedError[], binding: OperationBinding, api: Api): Json {
  const described = errors.flatMap(({ shape }) => shape ?? []);
  const references = described
    .filter((error) => hasErrorBody(error, api))
    .map(({ name }) => ({ $ref: schemaPointer(api.names.error(name)) }));
  const [first, ...others] = references;
  // `oneOf` would refuse what fits two of them, as bodies of a message alone do: only the name tells them apart.
  const schema = others.length > 0 ? { anyOf: references } : first;
  const members = described.flatMap((error) =>
    error.members.map((member) => ({ member, owner: error.name })),
  );
  return {
    description: failureText(errors),
    ...headersOfErrors(members, binding, api),
    // Where a document is around them, bodies are more than the error.
    ...(schema && !binding.request.envelope && { content: { [errorMedia(binding, api)]: { schema } } }),
    'x-errors': errors.map(errorMention),
  };
}

/** Errors are JSON, whatever the request was. */
const errorMedia = ({ request: { media = '' } }: OperationBinding, { isSmithy }: Api): string =>
  isSmithy ? media : 'application/json';

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
  const name: readonly NamedHeader[] = code?.in === 'header' ? [[code.name, { $ref: errorNameHeader }]] : [];
  const own = members
    .filter(({ member }) => member.location.value === 'header')
    .map(({ member, owner }) => header(member, owner, api));
  return asHeaders([...name, ...own]);
}

/** The header that names the error, described once. */
const errorNameHeader = '#/components/headers/ErrorName';

const headersOf = (parts: readonly PartBinding[], owner: string, api: Api): Json =>
  asHeaders(at(parts, 'header').map((part) => header(memberOf(part), owner, api)));

function asHeaders(headers: readonly NamedHeader[]): Json {
  const distinct = distinctBy(headers, ([name]) => name.toLowerCase());
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
