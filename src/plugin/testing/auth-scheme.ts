import type { AuthScheme } from '../../ecosystems/auth.js';
import type { AuthDescription } from '../../model/model.js';
import { type Authorize, createConnection } from '../../runtime/client/connection.js';
import { send } from '../../runtime/client/send.js';
import { ServiceError } from '../../runtime/errors.js';
import type { OperationSchema } from '../../runtime/schema/schema.js';
import type { RequestBody, WireRequest } from '../../runtime/messages.js';

/** What the suite of an auth scheme is told. */
export interface AuthContract {
  readonly scheme: AuthScheme;
  /** What a description states for it. */
  readonly options: AuthDescription['options'];
  /** Made of these options and some credentials by what `scheme.runtime.authorizer` names. */
  readonly authorize: Authorize;
  /** What of the credentials nobody may read in a URL, unless the options put it there. */
  readonly secrets: readonly string[];
  /** True where the options put the credentials into the query. */
  readonly inQuery?: boolean;
  /** Options that are wrong; the scheme has to say what of them is. */
  readonly wrong: readonly AuthDescription['options'][];
  test(title: string, run: () => Promise<void>): void;
}

const operation: OperationSchema = {
  name: 'PutThing',
  method: 'PUT',
  uri: '/things',
  status: 200,
  input: { kind: 'structure', members: {} },
  output: { kind: 'structure', members: {} },
  errors: [],
};

const bodies: readonly (RequestBody | undefined)[] = [
  undefined,
  '{"a":"ü"}',
  new Uint8Array([0, 255, 13, 10]),
  formOf({ a: 'ü', b: '\r\n' }),
];

function formOf(fields: { readonly [name: string]: string }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const requestOf = (body: RequestBody | undefined): WireRequest => ({
  method: 'PUT',
  path: '/things',
  query: { x: '1', y: 'ü' },
  search: '?x=1&y=%C3%BC',
  headers: { 'x-own': 'kept' },
  body,
});

/** Declares the tests that every auth scheme passes. */
export function testAuthScheme(contract: AuthContract): void {
  const { scheme, options, authorize, secrets, inQuery = false, wrong, test } = contract;
  const context = { operation, host: 'service.example', date: new Date(0), fetch: globalThis.fetch };
  test('takes its options, and says what is wrong with others', async () => {
    const problem = scheme.check(options);
    if (problem !== undefined) throw new Error(`The options are refused: ${problem}`);
    for (const one of wrong) {
      if (scheme.check(one) === undefined) throw new Error(`Not refused: ${JSON.stringify(one)}`);
    }
  });
  test('adds to a request and leaves the rest of it as it is', async () => {
    for (const body of bodies) {
      const request = requestOf(body);
      const before = JSON.stringify(request);
      const sent = await authorize(request, context);
      if (JSON.stringify(request) !== before) throw new Error('The given request is changed.');
      if (sent.headers['x-own'] !== 'kept') throw new Error('A header is lost.');
      if (!(sent.search ?? '').startsWith('?x=1&y=%C3%BC')) throw new Error('The query is changed.');
      if ((await textOf(sent)) !== (await textOf(request))) throw new Error('The body is changed.');
      if (JSON.stringify(sent) === before) throw new Error('Nothing is added.');
    }
  });
  test('keeps secrets out of URLs', async () => {
    const { path, search = '', headers } = await authorize(requestOf(undefined), context);
    const url = decodeURIComponent(path + search);
    const told = secrets.filter((secret) => url.includes(secret));
    if (!inQuery && told.length > 0) throw new Error(`The URL tells ${told.join(', ')}.`);
    const names = Object.keys(headers).filter((name) => name !== name.toLowerCase());
    if (names.length > 0) throw new Error(`Not in lower case: ${names.join(', ')}`);
  });
  test('is asked anew for each attempt, after encoding', () => asksAnew(authorize));
}

/** The texts of parts, for boundaries are made up anew. */
async function textOf({ body }: WireRequest): Promise<string> {
  const text = await new Response(body as BodyInit).text();
  const boundary = /^--[^\r\n]+/.exec(text)?.[0];
  return boundary === undefined ? text : text.replaceAll(boundary, '--boundary');
}

async function asksAnew(authorize: Authorize): Promise<void> {
  const asked: string[] = [];
  const transport = {
    endpoint: () => new URL('https://service.example'),
    headers: () => ({}),
    requestIdHeaders: [],
    authorize: async (...given: Parameters<Authorize>) => {
      asked.push(String(given[0].body));
      return authorize(given[0], { ...given[1], ...{ fetch: globalThis.fetch } });
    },
  };
  const protocol = {
    serialise: () => requestOf('encoded'),
    parse: async () => ({}),
    parseError: async () => new ServiceError('Busy', '', { status: 503 }),
  };
  let answers = 0;
  const options = {
    retry: { baseDelay: 0 },
    fetch: async () => new Response(null, { status: (answers += 1) < 3 ? 503 : 200 }),
  };
  await send(createConnection({ id: 'x', apiVersion: '' }, protocol, transport, options), operation, {});
  if (asked.join() !== 'encoded,encoded,encoded') throw new Error(`Asked for ${asked.length} of 3 attempts.`);
}
