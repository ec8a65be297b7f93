import { type Identity } from './credentials.js';
import { ServiceError } from './errors.js';
import { sha256 } from './hash.js';
import type { ServiceSchema } from './schema.js';
import { Signer } from './signer.js';
import type { HeaderBag, Query, ServerRequest } from './wire.js';

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

/** What an `authorization` header of Signature Version 4 says. */
interface Authorization {
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signed: readonly string[];
  readonly signature: string;
}

/**
 * Checks AWS Signature Version 4 in the header `authorization`; meant for `ServerOptions.authenticate`. Throws the
 * `ServiceError` of status 403 that AWS answers with. Presigned URLs and signed streams are not taken.
 */
export function verifySignature(
  findCredentials: FindCredentials,
  options: SignatureOptions = {},
): (request: ServerRequest, service: ServiceSchema) => Promise<Signatory> {
  return async (request, service) => {
    const stated = readAuthorization(request.headers.get('authorization'));
    const date = readDate(request, options.tolerance ?? 15 * 60_000);
    checkScope(stated, service, date, options.region);
    const identity = await findCredentials(stated.accessKeyId);
    const token = request.headers.get('x-amz-security-token') ?? undefined;
    if (!identity || identity.sessionToken !== token) {
      throw refusal('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    const expected = await signatureOf(request, stated, identity, date);
    if (!equal(expected, stated.signature)) throw mismatch();
    await checkPayload(request);
    return { accessKeyId: stated.accessKeyId };
  };
}

function readAuthorization(header: string | null | undefined): Authorization {
  if (!header) throw refusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const [, accessKeyId, day, region, service, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  const signed = names?.split(';') ?? [];
  if (!accessKeyId || !day || !region || !service || !signature || !signed.includes('host')) {
    throw refusal('IncompleteSignatureException', 'The request signature does not conform to AWS standards.');
  }
  return { accessKeyId, day, region, service, signed, signature };
}

function readDate({ headers }: ServerRequest, tolerance: number): Date {
  const text = headers.get('x-amz-date') ?? '';
  const date = new Date(text.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  if (!(Math.abs(date.getTime() - Date.now()) <= tolerance)) {
    throw refusal('InvalidSignatureException', `Signature expired or not yet current: ${text}`);
  }
  return date;
}

function checkScope(
  { day, region, service }: Authorization,
  { signingName }: ServiceSchema,
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
  { region, service, signed }: Authorization,
  identity: Identity,
  date: Date,
): Promise<string> {
  const headers: HeaderBag = {};
  for (const name of signed) headers[name] = request.headers.get(name) ?? '';
  const payload = headers['x-amz-content-sha256'] ?? (await sha256(await request.bytes()));
  const [path = '/', query = ''] = request.url.split('?');
  const { method } = request;
  const received = { method, path, query: readQuery(query), headers, hostname: '', protocol: '' };
  const text = await new Signer(region, service).authorization(
    received,
    payload,
    identity,
    date,
    new Set(signed),
  );
  return text.slice(-64);
}

function readQuery(text: string): Query {
  const parameters = new URLSearchParams(text.replaceAll('+', '%2B'));
  return Object.fromEntries([...parameters.keys()].map((key) => [key, parameters.getAll(key)]));
}

/** The body is covered by the signature through the hash that a header states. */
async function checkPayload(request: ServerRequest): Promise<void> {
  const stated = request.headers.get('x-amz-content-sha256');
  if (stated && stated !== 'UNSIGNED-PAYLOAD' && stated !== (await sha256(await request.bytes())))
    throw mismatch();
}

/** Compares without telling by the time it takes where the difference is. */
function equal(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
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
