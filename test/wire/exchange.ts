import fc from 'fast-check';
import { expect } from 'vitest';
import { messageKeys, writtenCodeKeys } from '../../src/ecosystems/http/runtime/protocols/http/errors.js';
import { membersFor } from '../../src/emitters/directions.js';
import { errorStatus } from '../../src/emitters/naming.js';
import { outputsOf, type OutputResponse } from '../../src/emitters/output.js';
import type { ErrorShape, Member, Operation } from '../../src/model/model.js';
import { anyFetch } from './any-fetch.js';
import { valuesOf, type Fields, type World } from './arbitraries.js';
import { asCarried } from './carried.js';
import { carrierOf, isRuled } from './carriers.js';
import { requestForms } from './request-forms.js';
import { readable } from './readable.js';
import { bindingOf, type GeneratedSdk, type HandlerMethod, type LoadedSdk, type Method } from './sdk.js';
import { serve, type RunningServer } from './serve.js';

/** A generated client that calls a generated server over HTTP, with handlers that a test steers. */
export interface Exchange {
  readonly client: { readonly [method: string]: Method };
  readonly endpoint: string;
  /** What the handler of the last call received. */
  readonly received: { input: unknown };
  /** Says what the handlers answer from now on: an output, and its status if it is not the usual one, or an error to throw. */
  answer(output: unknown, status?: number): void;
  stop(): Promise<void>;
}

export async function openExchange({ bound, naming }: GeneratedSdk, sdk: LoadedSdk): Promise<Exchange> {
  const received: { input: unknown } = { input: undefined };
  let next: { readonly output: unknown; readonly status?: number | undefined } = { output: {} };
  const handle: HandlerMethod = (input, context) => {
    received.input = input;
    if (next.output instanceof Error) throw next.output;
    if (next.status !== undefined) context.status = next.status;
    return next.output;
  };
  const methods = bound.service.operations.map(({ name }) => naming.operation(name).method);
  const handler = sdk.createHandler(Object.fromEntries(methods.map((method) => [method, handle])));
  const server: RunningServer = await serve(sdk, handler);
  const { endpoint } = server;
  const fetch = anyFetch(handler);
  const connecting = bound.protocol.returnsPayload
    ? { baseUrl: endpoint, auth: 'none', fetch }
    : { endpoint };
  return {
    client: sdk.createClient({ ...connecting, retry: { maxAttempts: 1 } }),
    endpoint,
    received,
    answer: (output, status) => {
      next = { output, status };
    },
    stop: server.stop,
  };
}

/** Makes a run repeatable. */
const seed = 20261121;

/** Sends inputs and answers outputs of each response; both have to arrive as they were given. */
export async function checkOperation(
  exchange: Exchange,
  operation: Operation,
  generated: GeneratedSdk,
  numRuns: number,
): Promise<void> {
  const { naming, world } = generated;
  const call = exchange.client[naming.operation(operation.name).method];
  if (!call) throw new Error(`The client has no method for ${operation.name}.`);
  const inputs = inputsOf(operation, generated);
  const responses = outputsOf(bindingOf(operation, generated), generated.bound.protocol);
  for (const [at, response] of responses.entries()) {
    const outputs = outputValues(response, generated);
    const status = at === 0 ? undefined : response.status;
    await fc.assert(
      fc.asyncProperty(inputs, outputs, async (input, output) => {
        exchange.answer(output, status);
        const got = await call(input);
        const { received } = exchange;
        const sent = withTokens(operation, generated, input, received.input);
        expect(await readable(received.input)).toEqual(await readable(sent));
        const given = withoutRuled(response, world, got);
        expect(await readable(given)).toEqual(await readable(arrived(response, generated, output, world)));
      }),
      { numRuns: at === 0 ? numRuns : Math.min(numRuns, 3), seed },
    );
  }
}

/** Inputs that the binding of an operation can carry. */
function inputsOf(operation: Operation, generated: GeneratedSdk): fc.Arbitrary<Fields> {
  const { bound, world } = generated;
  if (!bound.protocol.returnsPayload) return valuesOf(operation.input, world);
  const forms = requestForms(bindingOf(operation, generated)).map((request) => {
    const parts = new Map(request.parts.map((part) => [part.member, part]));
    const sent = request.parts.filter((part) => !isRuled(part)).map(({ member }) => member);
    return valuesOf(sent, world, 'input', (member) => carrierOf(given(parts.get(member)), request));
  });
  return fc.oneof(...forms);
}

function outputValues(response: OutputResponse, { bound, world }: GeneratedSdk): fc.Arbitrary<unknown> {
  const { form, message } = response;
  if (form.kind === 'nothing') return fc.constant(undefined);
  const parts = new Map(message.parts.map((part) => [part.member, part]));
  const carrier = (member: Member) => carrierOf(given(parts.get(member)), message);
  if (form.kind === 'payload') {
    const { member } = form.part;
    const required = { ...member, required: { value: true, known: member.known, source: member.source } };
    const values = valuesOf([required], world, 'output', () => carrier(member));
    return values.map((fields) => fields[world.key(required)]);
  }
  const members = message.parts.filter((part) => !isRuled(part)).map(({ member }) => member);
  return bound.protocol.returnsPayload
    ? valuesOf(members, world, 'output', carrier)
    : valuesOf(members, world, 'output');
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A member is bound to nothing.');
  return value;
}

/** What came of an answer, but for members that HTTP itself gives: the length of a body is no choice of a handler. */
function withoutRuled({ form, message }: OutputResponse, world: World, got: unknown): unknown {
  if (form.kind !== 'object') return got;
  const ruled = message.parts.filter(isRuled).map(({ member }) => world.key(member));
  return Object.fromEntries(Object.entries(Object(got)).filter(([key]) => !ruled.includes(key)));
}

function arrived(
  { form, message }: OutputResponse,
  { bound }: GeneratedSdk,
  output: unknown,
  world: World,
): unknown {
  if (bound.protocol.returnsPayload || form.kind !== 'object') return output;
  return asCarried(
    message.parts.map(({ member }) => member),
    world,
    output as Fields,
  );
}

/** What arrives of an input: what the wire carries, and the tokens that the client filled in. */
function withTokens(
  { input: members }: Operation,
  { bound, world }: GeneratedSdk,
  input: Fields,
  received: unknown,
): Fields {
  const tokens = members.filter(({ idempotencyToken }) => idempotencyToken?.value).map(world.key);
  const filled = tokens.filter((key) => input[key] === undefined);
  const arrivedFields: Fields = Object.fromEntries(Object.entries(Object(received)));
  for (const key of filled) expect(arrivedFields[key]).toMatch(/^[0-9a-f-]{36}$/);
  return {
    ...(bound.protocol.returnsPayload ? input : asCarried(members, world, input)),
    ...Object.fromEntries(filled.map((key) => [key, arrivedFields[key]])),
  };
}

/** Throws a documented error in the handler; the client has to throw the same. */
export async function checkError(
  exchange: Exchange,
  sdk: LoadedSdk,
  operation: Operation,
  error: ErrorShape,
  generated: GeneratedSdk,
): Promise<void> {
  const { naming, world, bound } = generated;
  const call = exchange.client[naming.operation(operation.name).method];
  const [input] = fc.sample(inputsOf(operation, generated), { numRuns: 1, seed });
  const beside = membersFor(error.members, 'output').filter((member) => !saysWhat(member, generated));
  const members = fc.sample(valuesOf(beside, world, 'output'), { numRuns: 3, seed });
  const status = errorStatus(error, bound.protocol);
  const message = 'What went wrong.';
  for (const given of members) {
    exchange.answer(new sdk.ServiceError(error.name, message, { status, members: given }));
    const thrown: unknown = await call?.(input).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(sdk.ServiceError);
    expect(thrown).toMatchObject({ name: error.name, status });
    // Such responses have no body.
    if (status === 304 || operation.http?.method.value === 'HEAD') continue;
    expect(thrown).toMatchObject({ message });
    if (!bound.protocol.returnsPayload) {
      expect(besideMessage(thrown)).toEqual(asCarried(beside, world, given));
      continue;
    }
    expect(thrown).toMatchObject({ members: given, response: { status } });
    expect(Object(thrown).body).toBeTypeOf('object');
  }
}

/** Members whose values the runtime writes: the message and the code. */
function saysWhat({ name, wireName }: Member, { bound }: GeneratedSdk): boolean {
  if (!bound.protocol.returnsPayload) return /^message$/i.test(name);
  return [...messageKeys, ...writtenCodeKeys].includes(wireName);
}

function besideMessage(thrown: unknown): Fields {
  const members: unknown = Object(thrown).members;
  return Object.fromEntries(
    Object.entries<unknown>(Object(members)).filter(([name]) => !/^message$/i.test(name)),
  );
}

export const errorsOf = (operation: Operation, { service }: GeneratedSdk): readonly ErrorShape[] =>
  service.errors.filter(({ name }) => operation.errors.some((use) => use.name === name));
