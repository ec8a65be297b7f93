import { outputOf } from '../../src/model/walk.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ErrorShape, Operation } from '../../src/model/model.js';
import { valuesOf, type Fields, type World } from './arbitraries.js';
import { asCarried } from './carried.js';
import type { GeneratedSdk, HandlerMethod, LoadedSdk, Method } from './sdk.js';
import { serve, type RunningServer } from './serve.js';

/** A generated client that calls a generated server over HTTP, with handlers that a test steers. */
export interface Exchange {
  readonly client: { readonly [method: string]: Method };
  readonly endpoint: string;
  /** What the handler of the last call received. */
  readonly received: { input: unknown };
  /** Says what the handlers answer from now on: an output, or an error to throw. */
  answer(output: unknown): void;
  stop(): Promise<void>;
}

export async function openExchange({ service, naming }: GeneratedSdk, sdk: LoadedSdk): Promise<Exchange> {
  const received: { input: unknown } = { input: undefined };
  let next: unknown = {};
  const handle: HandlerMethod = (input) => {
    received.input = input;
    if (next instanceof Error) throw next;
    return next;
  };
  const methods = service.operations.map(({ name }) => naming.operation(name).method);
  const handler = sdk.createHandler(Object.fromEntries(methods.map((method) => [method, handle])));
  const server: RunningServer = await serve(sdk, handler);
  const client = sdk.createClient({ endpoint: server.endpoint, retry: { maxAttempts: 1 } });
  return {
    client,
    endpoint: server.endpoint,
    received,
    answer: (output) => {
      next = output;
    },
    stop: server.stop,
  };
}

/** Makes a run repeatable. */
const seed = 20261121;

/** Sends inputs and answers outputs; both have to arrive as they were given. */
export async function checkOperation(
  exchange: Exchange,
  operation: Operation,
  { naming, world }: GeneratedSdk,
  numRuns: number,
): Promise<void> {
  const call = exchange.client[naming.operation(operation.name).method];
  if (!call) throw new Error(`The client has no method for ${operation.name}.`);
  const inputs = valuesOf(operation.input, world);
  const outputs = valuesOf(outputOf(operation), world);
  await fc.assert(
    fc.asyncProperty(inputs, outputs, async (input, output) => {
      exchange.answer(output);
      const got = await call(input);
      expect(exchange.received.input).toEqual(withTokens(operation, world, input, exchange.received.input));
      expect(got).toEqual(asCarried(outputOf(operation), world, output));
    }),
    { numRuns, seed },
  );
}

/** What arrives of an input: what the wire carries, and the tokens that the client filled in. */
function withTokens({ input: members }: Operation, world: World, input: Fields, received: unknown): Fields {
  const tokens = members.filter(({ idempotencyToken }) => idempotencyToken?.value).map(world.key);
  const filled = tokens.filter((key) => input[key] === undefined);
  const arrived: Fields = Object.fromEntries(Object.entries(Object(received)));
  for (const key of filled) expect(arrived[key]).toMatch(/^[0-9a-f-]{36}$/);
  return {
    ...asCarried(members, world, input),
    ...Object.fromEntries(filled.map((key) => [key, arrived[key]])),
  };
}

/** Throws a documented error in the handler; the client has to throw the same. */
export async function checkError(
  exchange: Exchange,
  sdk: LoadedSdk,
  operation: Operation,
  error: ErrorShape,
  { naming, world }: GeneratedSdk,
): Promise<void> {
  const call = exchange.client[naming.operation(operation.name).method];
  const [input] = fc.sample(valuesOf(operation.input, world), { numRuns: 1, seed });
  const beside = error.members.filter(({ name }) => !/^message$/i.test(name));
  const members = fc.sample(valuesOf(beside, world), { numRuns: 3, seed });
  const status = error.status?.value ?? 400;
  for (const given of members) {
    exchange.answer(new sdk.ServiceError(error.name, 'What went wrong.', { status, members: given }));
    const thrown: unknown = await call?.(input).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(sdk.ServiceError);
    expect(thrown).toMatchObject({ name: error.name, status, message: 'What went wrong.' });
    expect(besideMessage(thrown)).toEqual(asCarried(beside, world, given));
  }
}

function besideMessage(thrown: unknown): Fields {
  const members: unknown = Object(thrown).members;
  return Object.fromEntries(
    Object.entries<unknown>(Object(members)).filter(([name]) => !/^message$/i.test(name)),
  );
}

export const errorsOf = (operation: Operation, { service }: GeneratedSdk): readonly ErrorShape[] =>
  service.errors.filter(({ name }) => operation.errors.some((use) => use.name === name));
