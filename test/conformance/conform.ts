import { outputOf } from '../../src/model/walk.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ErrorShape, Operation } from '../../src/model/model.js';
import { valuesOf, type Fields } from '../wire/arbitraries.js';
import { asCarried } from '../wire/carried.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type GeneratedSdk, type LoadedSdk } from '../wire/sdk.js';
import { serve, type RunningServer } from '../wire/serve.js';
import { changesOf, isChange, namesOf, type Names } from './changes.js';
import { errorResponse, successResponse } from './canned.js';
import { isUuid, mismatches } from './differ.js';
import { openGenerated, type GeneratedClient } from './generated.js';
import { meaning, type CannedResponse, type CapturedRequest } from './messages.js';
import { openOfficial, type OfficialClient } from './official.js';
import { gatherDifferences, type Counts, type Difference, type Differences } from './report.js';
import type { ServiceRow } from './services.js';

/** How many inputs and outputs each operation gets. */
const samples = 24;
const seed = 20261121;

interface Comparison {
  readonly generated: GeneratedSdk;
  readonly sdk: LoadedSdk;
  readonly official: OfficialClient;
  readonly client: GeneratedClient;
  readonly server: RunningServer;
  /** What the generated server's handlers answer, and what they got. */
  readonly handlers: { answer: unknown; received: unknown };
  readonly differences: Differences;
  readonly counts: Counts;
}

/** A service whose generated and official clients stand ready. */
export interface Conformance {
  /** The operations that both have. */
  readonly operations: readonly Operation[];
  /** How the model of the official client differs from the pages. */
  readonly changes: readonly string[];
  /** Compares one operation; gives each difference once, with an example. */
  compare(operation: Operation): Promise<readonly Difference[]>;
  /** What has been compared so far. */
  readonly counts: Counts;
  close(): Promise<void>;
}

/** Generates, loads and serves what the pages of a service give, and opens its official client. */
export async function openConformance(row: ServiceRow): Promise<Conformance> {
  const generated = generateSdk(pagesIn(row.pages));
  const folder = writeSdk(generated.files);
  const official = await openOfficial(row.module, row.options);
  const sdk = await loadSdk(folder);
  const handlers: Comparison['handlers'] = { answer: {}, received: undefined };
  const server = await serve(sdk, sdk.createHandler(handlersOf(generated, handlers)));
  const client = openGenerated(generated, sdk);
  const counts = { requests: 0, outputs: 0, errors: 0, exchanges: 0 };
  const changes = changesOf(generated.service, official.operations);
  return {
    operations: generated.service.operations.filter(({ name }) => official.operations.has(name)),
    changes,
    counts,
    async compare(operation) {
      const differences = gatherDifferences();
      const comparison = { generated, sdk, official, client, server, handlers, differences, counts };
      await compareOperation(operation, comparison);
      return differences.list().filter((difference) => !isChange(difference, changes));
    },
    async close() {
      await Promise.all([server.stop(), official.stop()]);
      removeSdk(folder);
    },
  };
}

const pagesIn = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));

function handlersOf({ service, naming }: GeneratedSdk, handlers: Comparison['handlers']) {
  const handle = (input: unknown): unknown => {
    handlers.received = input;
    if (handlers.answer instanceof Error) throw handlers.answer;
    return handlers.answer;
  };
  return Object.fromEntries(service.operations.map(({ name }) => [naming.operation(name).method, handle]));
}

async function compareOperation(operation: Operation, comparison: Comparison): Promise<void> {
  const { service, world } = comparison.generated;
  const sample = <Value>(values: fc.Arbitrary<Value>, numRuns: number): Value[] =>
    fc.sample(values, { numRuns, seed });
  const inputs = sample(valuesOf(operation.input, world), samples);
  const outputs = sample(valuesOf(outputOf(operation), world), samples);
  for (const [index, input] of inputs.entries()) {
    const output = outputs[index] ?? {};
    const canned = successResponse(service, world, outputOf(operation), output, index % 2 === 1);
    await compareCall(operation, input, canned, comparison);
    await compareExchange(operation, input, output, comparison);
  }
  const used = new Set(operation.errors.map(({ name }) => name));
  for (const error of service.errors.filter(({ name }) => used.has(name))) {
    const beside = error.members.filter(({ name }) => !/^message$/i.test(name));
    for (const members of sample(valuesOf(beside, world), 3)) {
      await compareError(operation, inputs[0] ?? {}, error, members, comparison);
    }
  }
}

/** The same input and the same response through both clients. */
async function compareCall(
  operation: Operation,
  input: Fields,
  canned: CannedResponse,
  { official, client, differences, counts }: Comparison,
): Promise<void> {
  const names = namesOf(operation, official.operations.get(operation.name));
  const [theirs, ours] = await Promise.all([
    settled((respond) => official.capture(operation.name, toOfficial(input, names), respond), canned),
    settled((respond) => client.capture(operation.name, input, respond), canned),
  ]);
  counts.requests += 1;
  counts.outputs += 1;
  if (!theirs.request)
    differences.add(operation.name, 'call', mismatches('a request', String(theirs.failure), 'sent'));
  const sent = [theirs, ours].map(({ request }) => (request ? meaning(request) : undefined));
  differences.add(operation.name, 'request', mismatches(sent[0], sent[1]));
  if (theirs.failure !== undefined || ours.failure !== undefined) {
    differences.add(
      operation.name,
      'call',
      mismatches(String(theirs.failure), String(ours.failure), 'failure'),
    );
    return;
  }
  differences.add(
    operation.name,
    'output',
    mismatches(fromOfficial(official.output(theirs.value), names), ours.value),
  );
}

const toOfficial = (input: Fields, names: Names): Fields =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [names.input.get(name) ?? name, value]));

function fromOfficial(output: object, names: Names): Fields {
  const pageNames = new Map([...names.output].map(([name, official]) => [official, name]));
  const entries = Object.entries<unknown>({ ...output });
  return Object.fromEntries(entries.map(([name, value]) => [pageNames.get(name) ?? name, value]));
}

interface Settled {
  readonly request: CapturedRequest | undefined;
  readonly value?: unknown;
  readonly failure?: unknown;
}

async function settled(
  call: (respond: (request: CapturedRequest) => CannedResponse) => Promise<unknown>,
  canned: CannedResponse,
): Promise<Settled> {
  let request: CapturedRequest | undefined;
  try {
    const value = await call((captured) => {
      request = captured;
      return canned;
    });
    return { request, value };
  } catch (failure) {
    return { request, failure };
  }
}

/** The official client against the generated server, over HTTP. */
async function compareExchange(
  operation: Operation,
  input: Fields,
  output: Fields,
  { official, server, handlers, differences, counts, generated: { world } }: Comparison,
): Promise<void> {
  const { name, input: members } = operation;
  const results = outputOf(operation);
  const names = namesOf(operation, official.operations.get(name));
  handlers.answer = output;
  handlers.received = undefined;
  counts.exchanges += 1;
  try {
    const answer = await official.send(name, toOfficial(input, names), server.endpoint);
    const got = fromOfficial(official.output(answer), names);
    const received = withoutTokens(input, handlers.received);
    differences.add(name, 'server input', mismatches(asCarried(members, world, input), received));
    differences.add(name, 'server output', mismatches(got, asCarried(results, world, output)));
  } catch (failure) {
    differences.add(name, 'call', mismatches('an answer of the server', String(failure), 'server'));
  }
}

/** What the handler received without the tokens that the client made up. */
const withoutTokens = (input: Fields, received: unknown): object =>
  Object.fromEntries(
    Object.entries(Object(received)).filter(([name, value]) => input[name] !== undefined || !isUuid(value)),
  );

/** The same documented error through both clients, and from the generated server. */
async function compareError(
  operation: Operation,
  input: Fields,
  error: ErrorShape,
  members: Fields,
  { official, client, sdk, server, handlers, differences, counts, generated }: Comparison,
): Promise<void> {
  const canned = errorResponse(generated.service, generated.world, error, members);
  const sent = toOfficial(input, namesOf(operation, official.operations.get(operation.name)));
  const [theirs, ours] = await Promise.all([
    settled((respond) => official.capture(operation.name, sent, respond), canned),
    settled((respond) => client.capture(operation.name, input, respond), canned),
  ]);
  counts.errors += 1;
  const found = official.error(theirs.failure);
  const same = client.error(ours.failure);
  const { members: given, ...rest } = same;
  differences.add(operation.name, 'error', mismatches(found, found.members ? same : rest, error.name));
  if (found.members)
    differences.add(operation.name, 'error', mismatches(members, given, `${error.name}.documented`));
  handlers.answer = new sdk.ServiceError(error.name, 'What went wrong.', { status: canned.status, members });
  const answered = await official
    .send(operation.name, sent, server.endpoint)
    .catch((thrown: unknown) => thrown);
  differences.add(operation.name, 'server error', mismatches(found, official.error(answered), error.name));
}
