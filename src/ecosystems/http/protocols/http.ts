import type { Report } from '../../../diagnostics/report.js';
import type { Location, Member, Operation, Response } from '../../../model/model.js';
import type { Type } from '../../../model/types.js';
import type { MessageBinding, OperationBinding, PartBinding, PartPlace, Protocol } from '../../protocol.js';
import { carriedResponse, checkRequest } from './http-bodies.js';

/** HTTP as it is: method and path select the operation, members travel where the pages say. */
export const http: Protocol = {
  id: 'http',
  summary: 'HTTP with JSON, form, multipart, text and binary bodies',
  supports: new Set([
    'cookies',
    'form',
    'multipart',
    'files',
    'binaryPayload',
    'textPayload',
    'collectionStyles',
    'nullable',
    'oneOf',
    'severalResponses',
  ]),
  returnsPayload: true,
  media: 'application/json',
  timestampFormat: 'dateTime',
  runtime: {
    client: { module: 'http/protocols/http/client', name: 'httpClient' },
    server: { module: 'http/protocols/http/server', name: 'httpServer' },
  },
  matches: ({ protocol }) => protocol === undefined || protocol.value === 'http',
  bind(operation: Operation, service, report: Report): OperationBinding {
    if (!operation.http) report('operation-without-request', { operation: operation.name }, operation.source);
    const media = requestMedia(operation);
    const request = {
      method: operation.http?.method.value ?? 'POST',
      path: operation.http?.uri.value ?? `/${operation.name}`,
      parts: operation.input.map((member) => partOf(member, bodyPlace(media))),
      ...(media !== undefined && { media }),
    };
    checkRequest(operation, request, service, report);
    const responses = operation.responses.map((stated) => {
      const response = carriedResponse(operation, stated, service, report);
      return [response.status.value, responseOf(response)] as const;
    });
    return { operation, request, responses: new Map(responses), errorOf: {} };
  },
};

const isInBody = ({ location: { value } }: Member): boolean => value === 'body' || value === 'payload';

/** What pages say, or what alone can carry what they say is in the body; none where nothing is. */
function requestMedia({ input, mediaTypes }: Operation): string | undefined {
  const inBody = input.filter(isInBody);
  if (inBody.length === 0) return undefined;
  return mediaTypes?.value[0] ?? impliedMedia(inBody);
}

/** JSON can carry everything but files, and a body that is one text or all bytes is mostly sent as it is. */
function impliedMedia(members: readonly Member[]): string {
  const payload = members.find(({ location }) => location.value === 'payload');
  if (payload?.type.kind === 'blob' || payload?.type.kind === 'file') return 'application/octet-stream';
  if (payload?.type.kind === 'string') return 'text/plain';
  return members.some(({ type }) => holdsFiles(type)) ? 'multipart/form-data' : 'application/json';
}

const holdsFiles = (type: Type): boolean =>
  type.kind === 'file' || (type.kind === 'list' && holdsFiles(type.element));

function bodyPlace(media: string | undefined): PartPlace {
  if (media === 'application/x-www-form-urlencoded') return 'form';
  return media?.startsWith('multipart/') ? 'multipart' : 'body';
}

const places: Readonly<Record<Exclude<Location, 'body'>, PartPlace>> = {
  label: 'path',
  query: 'query',
  header: 'header',
  prefixHeaders: 'prefixHeaders',
  cookie: 'cookie',
  payload: 'payload',
  status: 'status',
};

const partOf = (member: Member, body: PartPlace): PartBinding => ({
  member,
  in: member.location.value === 'body' ? body : places[member.location.value],
  name: member.wireName,
  ...(member.style && { style: member.style.value }),
});

function responseOf({ members, mediaType }: Response): MessageBinding {
  const parts = members.map((member) => partOf(member, 'body'));
  const inBody = members.filter(isInBody);
  if (inBody.length === 0) return { parts };
  return { parts, media: mediaType?.value ?? impliedMedia(inBody) };
}
