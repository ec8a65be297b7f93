import { ServiceError } from '../../src/runtime/errors.js';
import { sha256 } from '../../src/ecosystems/aws/runtime/auth/hash.js';
import type { AwsServiceSchema } from '../../src/ecosystems/aws/runtime/service.js';
import { type Identity, Signer } from '../../src/ecosystems/aws/runtime/auth/signer.js';
import type { HeaderBag, Query, ServerRequest } from '../../src/runtime/messages.js';

/** The credentials that belong to an access key; `undefined` where there are none. */
export type FindCredentials = (accessKeyId: string) => Identity | undefined | Promise<Identity | undefined>;

export interface SignatureOptions {
  /** How far the clock of a signer may be off, in milliseconds; 15 minutes unless said otherwise. */
  readonly tolerance?: number | undefined;
  /** The Region that requests must be signed for; any, where there is none. */
  readonly region?: string | undefined;
}

/** Who signed a request, for `HandlerContext.identity`. */
export interface Signatory {
  readonly accessKeyId: string;
}

/** What a signature of Version 4 says of itself, in the header `authorization` or in the query. */
interface Authorization {
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signed: readonly string[];
  readonly signature: string;
  /** When it was made, as it was written. */
  readonly time: string;
  readonly token: string | undefined;
  /** How long it holds, in milliseconds; absent where the time may only differ by the tolerance. */
  readonly lifetime?: number;
}

/**
 * Checks AWS Signature Version 4 in the header `authorization` or, as in presigned URLs, in the query; meant for
 * `ServerOptions.authenticate`. Throws the `ServiceError` of status 403 that AWS answers with. Signed streams are not
 * taken.
 */
export function verifySignature(
  findCredentials: FindCredentials,
  options: SignatureOptions = {},
): (request: ServerRequest, service: AwsServiceSchema) => Promise<Signatory> {
  return async (request, service) => {
    const query = readQuery(request.url);
    const stated = query.has('X-Amz-Signature') ? readPresigned(query) : readAuthorization(request);
    const date = readDate(stated, options.tolerance ?? 15 * 60_000);
    checkScope(stated, service, date, options.region);
    const identity = await findCredentials(stated.accessKeyId);
    if (!identity || identity.sessionToken !== stated.token) {
      throw refusal('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    const expected = await signatureOf(request, query, stated, identity);
    if (!equal(expected, stated.signature)) throw mismatch();
    await checkPayload(request, query);
    return { accessKeyId: stated.accessKeyId };
  };
}

function readAuthorization({ headers }: ServerRequest): Authorization {
  const header = headers.get('authorization');
  if (!header) throw refusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const [, algorithm = '', scope = '', names = '', signature = ''] =
    /^(\S+) Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([^,]+)$/.exec(header) ?? [];
  const time = headers.get('x-amz-date') ?? '';
  const token = headers.get('x-amz-security-token') ?? undefined;
  return { ...readScope(algorithm, scope, names, signature), time, token };
}

function readPresigned(query: URLSearchParams): Authorization {
  const [algorithm, scope, names, signature, time, expires] = [
    'Algorithm',
    'Credential',
    'SignedHeaders',
    'Signature',
    'Date',
    'Expires',
  ].map((name) => query.get(`X-Amz-${name}`) ?? '');
  const lifetime = Number(expires) * 1000;
  // A week is the longest that services take.
  if (!expires || !(lifetime > 0 && lifetime <= 604_800_000)) throw malformed();
  const token = query.get('X-Amz-Security-Token') ?? undefined;
  return { ...readScope(algorithm, scope, names, signature), time: time ?? '', token, lifetime };
}

function readScope(
  algorithm = '',
  scope = '',
  names = '',
  signature = '',
): Pick<Authorization, 'accessKeyId' | 'day' | 'region' | 'service' | 'signed' | 'signature'> {
  const [, accessKeyId, day, region, service] =
    /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(scope) ?? [];
  const signed = names.split(';');
  const isWhole =
    algorithm === 'AWS4-HMAC-SHA256' && signed.includes('host') && /^[0-9a-f]{64}$/.test(signature);
  if (!accessKeyId || !day || !region || !service || !isWhole) throw malformed();
  return { accessKeyId, day, region, service, signed, signature };
}

function readDate({ time, lifetime }: Authorization, tolerance: number): Date {
  const date = new Date(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  const age = Date.now() - date.getTime();
  if (!(age >= -tolerance && age <= (lifetime ?? tolerance))) {
    throw refusal('InvalidSignatureException', `Signature expired or not yet current: ${time}`);
  }
  return date;
}

function checkScope(
  { day, region, service }: Authorization,
  { signingName }: AwsServiceSchema,
  date: Date,
  expectedRegion = region,
): void {
  const today = date.toISOString().slice(0, 10).replaceAll('-', '');
  if (service === signingName && region === expectedRegion && day === today) return;
  throw refusal(
    'InvalidSignatureException',
    `Credential should be scoped to ${today}, ${expectedRegion} and ${signingName}.`,
  );
}

async function signatureOf(
  request: ServerRequest,
  query: URLSearchParams,
  { region, service, signed, time }: Authorization,
  identity: Identity,
): Promise<string> {
  const headers: HeaderBag = {};
  for (const name of signed) headers[name] = request.headers.get(name) ?? '';
  const payload =
    headers['x-amz-content-sha256'] ??
    query.get('X-Amz-Content-Sha256') ??
    (await sha256(await request.bytes()));
  const [path = '/'] = request.url.split('?');
  const { method } = request;
  const received = { method, path, query: bagOf(query), headers };
  const text = await new Signer(region, service).authorization(
    received,
    payload,
    identity,
    time,
    new Set(signed),
  );
  return text.slice(-64);
}

function readQuery(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start + 1).replaceAll('+', '%2B'));
}

/** The parameters that a signature covers: all but itself. */
function bagOf(parameters: URLSearchParams): Query {
  const keys = [...new Set(parameters.keys())].filter((key) => key !== 'X-Amz-Signature');
  return Object.fromEntries(keys.map((key) => [key, parameters.getAll(key)]));
}

/** The body is covered by the signature through the hash that a header or the query states. */
async function checkPayload(request: ServerRequest, query: URLSearchParams): Promise<void> {
  const stated = request.headers.get('x-amz-content-sha256') ?? query.get('X-Amz-Content-Sha256');
  if (stated && stated !== 'UNSIGNED-PAYLOAD' && stated !== (await sha256(await request.bytes())))
    throw mismatch();
}

/** Compares without telling by the time it takes where the difference is. */
function equal(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

function malformed(): ServiceError {
  return refusal('IncompleteSignatureException', 'The request signature does not conform to AWS standards.');
}

function mismatch(): ServiceError {
  return refusal(
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
  );
}

function refusal(name: string, message: string): ServiceError {
  return new ServiceError(name, message, { status: 403 });
}
