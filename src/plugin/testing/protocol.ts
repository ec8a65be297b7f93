import { bindService } from '../../ecosystems/bind-service.js';
import type { Ecosystem } from '../../ecosystems/ecosystem.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { Protocol } from '../../ecosystems/protocol.js';
import { payloadOf } from '../../emitters/output.js';
import { schemas } from '../../emitters/schemas/emitter.js';
import { createConnection } from '../../runtime/client/connection.js';
import { send } from '../../runtime/client/send.js';
import { ServiceError } from '../../runtime/errors.js';
import type { OperationSchema, ServiceSchema } from '../../runtime/schema/schema.js';
import { createFetchHandler, type HandlerContext } from '../../runtime/server/server.js';
import type { ClientProtocol, ServerProtocol } from '../../runtime/messages.js';
import { fact, service as serviceOf } from './build-model.js';
import { caseShapes, protocolCases, type ProtocolCase } from './protocol-cases.js';
import { caseErrors, failing } from './failing-operation.js';
import { assertSame } from './assert-same.js';

/** What the suite of a protocol is told. */
export interface ProtocolContract {
  readonly ecosystem: Ecosystem;
  readonly protocol: Protocol;
  /** What `protocol.runtime` names. */
  readonly client: ClientProtocol;
  readonly server: ServerProtocol;
  /** Declares one test, as test frameworks have it. */
  test(title: string, run: () => Promise<void>): void;
  /** Why a case does not hold, by its title. One that holds nevertheless fails. */
  readonly skip?: { readonly [title: string]: string };
}

/**
 * Declares the tests that every protocol passes: what its client half writes, its server half reads, and the other way
 * round, for all that it says it can carry. Tables come from the protocol's own bindings, as generated packages have them.
 */
export function testProtocol(contract: ProtocolContract): void {
  const { protocol, skip = {}, test } = contract;
  const cases = protocolCases.filter(({ feature }) => !feature || protocol.supports.has(feature));
  const bound = bindCases(contract, cases);
  const tables = tablesOf(bound);
  const all = new Map<string, () => Promise<void>>([
    ...cases.map((one): [string, () => Promise<void>] => [
      `carries ${one.title}`,
      async () => carries(one, contract, await tables, bound),
    ]),
    ...failures.map(({ title, run }): [string, () => Promise<void>] => [
      title,
      async () => run(contract, await tables),
    ]),
  ]);
  for (const [title, run] of all) test(title, title in skip ? () => failsStill(run, skip[title] ?? '') : run);
  test('skips nothing that there is not', async () => {
    const stale = Object.keys(skip).filter((title) => !all.has(title));
    if (stale.length > 0) throw new Error(`There are no such cases: ${stale.join(', ')}`);
  });
}

async function failsStill(run: () => Promise<void>, reason: string): Promise<void> {
  const passes = await run().then(
    () => true,
    () => false,
  );
  if (passes) throw new Error(`It holds, although it is skipped: ${reason}`);
}

function bindCases({ ecosystem, protocol }: ProtocolContract, cases: readonly ProtocolCase[]): BoundService {
  const service = serviceOf({
    id: 'contract',
    ecosystem: ecosystem.id,
    protocol: fact(protocol.id),
    operations: [...cases.map(({ operation }) => operation), failing],
    shapes: caseShapes,
    errors: caseErrors,
  });
  const bound = bindService(service, () => undefined, [ecosystem]);
  if (!bound || bound.protocol !== protocol) throw new Error('The protocol does not match its own service.');
  return bound;
}

/** `schemas.ts` at run time, by the names of operations. */
interface Tables {
  readonly service: ServiceSchema;
  operation(name: string): OperationSchema;
}

/** Types are all that the tables have beside JavaScript. */
async function tablesOf(bound: BoundService): Promise<Tables> {
  const options = { header: [], packageName: 'contract', packageVersion: '1.0.0' };
  const [file] = schemas.emit(bound, options);
  const code = (file?.content ?? '')
    .replace(/^import type .*;$/gm, '')
    .replace(/^import \{ type .*;$/gm, '')
    .replace(/^((?:export )?const \w+): [^=]+ =/gm, '$1 =')
    .replaceAll(' as const', '');
  const tables: { readonly [name: string]: unknown } = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  );
  const operations = Object.values(tables) as OperationSchema[];
  return {
    service: tables['service'] as ServiceSchema,
    operation: (name) => operations.find((one) => one.name === name) ?? fail(`There is no table of ${name}.`),
  };
}

function fail(message: string): never {
  throw new Error(message);
}

type Handle = (input: unknown, context: HandlerContext) => unknown;

/** Calls an operation of the client half on the server half, with nothing but a function between them. */
async function exchange(
  { client, server }: ProtocolContract,
  { service }: Tables,
  operation: OperationSchema,
  input: unknown,
  handle: Handle,
  change: (response: Response) => Response | Promise<Response> = (response) => response,
): Promise<unknown> {
  const faults: unknown[] = [];
  const options = { onError: (error: unknown) => void faults.push(error) };
  const handler = createFetchHandler(service, server, [{ operation, handler: handle }], options);
  const transport = {
    endpoint: () => new URL('https://contract.example'),
    headers: () => ({}),
    requestIdHeaders: [server.requestIdHeader],
  };
  const connection = createConnection(service, client, transport, {
    retry: { maxAttempts: 1 },
    fetch: async (url, init) => change(await handler(new Request(url, init))),
  });
  try {
    return await send(connection, operation, input);
  } catch (error) {
    throw faults.length > 0 ? new Error('The server failed.', { cause: faults[0] }) : error;
  }
}

async function carries(
  { operation, input, output, status }: ProtocolCase,
  contract: ProtocolContract,
  tables: Tables,
  bound: BoundService,
): Promise<void> {
  const binding =
    bound.bindings.find((one) => one.operation === operation) ?? fail('The operation is not bound.');
  const isWhole = payloadOf(binding, contract.protocol) !== undefined;
  const given = isWhole && status === undefined ? Object(output).value : output;
  let received: unknown;
  const got = await exchange(contract, tables, tables.operation(operation.name), input, (value, context) => {
    received = value;
    if (status !== undefined) context.status = status;
    return given;
  });
  await assertSame(received, input, 'the input');
  await assertSame(got, nothing(given, got), 'the output');
}

/** Where nothing is given, protocols with documents give an empty one. */
const nothing = (given: unknown, got: unknown): unknown =>
  (given === undefined || isEmpty(given)) && (got === undefined || isEmpty(got)) ? got : given;

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0 && !(value instanceof Blob);

interface Failure {
  readonly title: string;
  run(contract: ProtocolContract, tables: Tables): Promise<void>;
}

async function errorOf(call: Promise<unknown>): Promise<ServiceError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ServiceError ? error : fail(`Not a ServiceError: ${String(error)}`);
}

const throwing =
  (error: unknown): Handle =>
  () => {
    throw error;
  };

const failures: readonly Failure[] = [
  {
    title: 'tells documented errors apart, with message, members and response',
    async run(contract, tables) {
      const operation = tables.operation('Fail');
      for (const { name, status, members } of [
        { name: 'MissingThing', status: 404, members: { thing: 'x', when: new Date(0) } },
        { name: 'TakenName', status: 409, members: {} },
        { name: 'TakenPlace', status: 409, members: { places: ['a', 'b'] } },
      ]) {
        const thrown = new ServiceError(name, 'What went wrong: ü.', { status, members });
        const error = await errorOf(exchange(contract, tables, operation, {}, throwing(thrown)));
        const seen = Object.fromEntries(Object.keys(members).map((key) => [key, error.members[key]]));
        await assertSame(
          { name: error.name, status: error.status, message: error.message, seen },
          { name, status, message: 'What went wrong: ü.', seen: members },
          name,
        );
        if (error.response?.status !== status || error.body === undefined) fail('The response is not kept.');
        if (error.requestId === undefined) fail('The id of the request is lost.');
      }
    },
  },
  {
    title: 'answers 500 to what a handler throws by surprise, and tells nothing of it',
    async run(contract, tables) {
      const { service } = tables;
      const operation = tables.operation('Fail');
      const handler = createFetchHandler(service, contract.server, [
        { operation, handler: throwing(new Error('secret')) },
      ]);
      const url = 'https://contract.example';
      const {
        path,
        headers,
        body,
        search = '',
      } = contract.client.serialise(service, operation, { text: 'x' }, undefined);
      const response = await handler(
        new Request(url + path + search, { method: 'POST', headers, body: body as string }),
      );
      if (response.status !== 500) fail(`The status is ${response.status}.`);
      if ((await response.text()).includes('secret'))
        fail('The response tells what only the host should know.');
    },
  },
  {
    title: 'answers 400 to a broken body, and refuses what no operation takes',
    async run({ client, server }, { service, operation: tableOf }) {
      const operation = tableOf('Fail');
      const handler = createFetchHandler(service, server, [{ operation, handler: () => ({}) }]);
      const { path, headers } = client.serialise(service, operation, { text: 'x' }, undefined);
      const post = (url: string, body: string, sent: HeadersInit): Promise<Response> =>
        handler(new Request(`https://contract.example${url}`, { method: 'POST', headers: sent, body }));
      const broken = await post(path, '{"text":', headers);
      if (broken.status !== 400) fail(`The status of a broken body is ${broken.status}.`);
      const wrong = await post(path, '{"text":{}}', headers);
      if (wrong.status !== 400) fail(`The status of a wrong type is ${wrong.status}.`);
      const lost = await post('/nowhere', '{}', {});
      if (lost.status < 400 || lost.status > 499)
        fail(`The status of an unknown operation is ${lost.status}.`);
    },
  },
  {
    title: 'reads what the pages do not say, without harm',
    async run(contract, tables) {
      const add = async (response: Response): Promise<Response> => {
        const text = (await response.text()).replace(
          /^\{/,
          '{"extra":{"a":[1]},"none":null,"__proto__":{"bad":true},',
        );
        return new Response(text, response);
      };
      const got = await exchange(contract, tables, tables.operation('Fail'), {}, () => ({ text: 'x' }), add);
      if (Object(got).text !== 'x') fail('A member is lost.');
      if (Object.getPrototypeOf(got) !== Object.prototype || Object(got).bad)
        fail('The prototype is changed.');
    },
  },
];
