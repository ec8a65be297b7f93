import {
  CreateAliasCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasShared, needsShared, sharedPages } from '../shared.js';
import { openExchange, type Exchange } from './exchange.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type LoadedSdk } from './sdk.js';

describe.skipIf(!hasShared)(`@aws-sdk/client-lambda, calling the generated server${needsShared}`, () => {
  let folder: string;
  let sdk: LoadedSdk;
  let exchange: Exchange;
  let client: LambdaClient;
  beforeAll(async () => {
    const generated = generateSdk(sharedPages('corpus', 'awsdocs', 'lambda'));
    folder = writeSdk(generated.files);
    sdk = await loadSdk(folder);
    exchange = await openExchange(generated, sdk);
    client = new LambdaClient({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      endpoint: exchange.endpoint,
      maxAttempts: 1,
    });
  });
  afterAll(async () => {
    client.destroy();
    await exchange.stop();
    removeSdk(folder);
  });

  it('gets what the handler returns', async () => {
    exchange.answer({ Functions: [{ FunctionName: 'f', Timeout: 3 }], NextMarker: 'more' });
    const listed = await client.send(new ListFunctionsCommand({ MaxItems: 2, Marker: 'a b&c' }));
    expect(listed).toMatchObject({ Functions: [{ FunctionName: 'f', Timeout: 3 }], NextMarker: 'more' });
    expect(exchange.received.input).toEqual({ MaxItems: 2, Marker: 'a b&c' });
  });

  it('gets bytes, headers and the status', async () => {
    exchange.answer({ StatusCode: 202, ExecutedVersion: '$LATEST', Payload: new Uint8Array([0, 255]) });
    const sent = {
      FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
      LogType: 'Tail',
    } as const;
    const command = new InvokeCommand({ ...sent, Payload: new Uint8Array([1, 2, 3]) });
    const answer = await client.send(command);
    expect(answer).toMatchObject({ StatusCode: 202, ExecutedVersion: '$LATEST' });
    expect([...(answer.Payload ?? [])]).toEqual([0, 255]);
    expect(exchange.received.input).toMatchObject(sent);
    const received: unknown = Object(exchange.received.input).Payload;
    expect(received).toBeInstanceOf(Uint8Array);
    expect([...(received as Uint8Array)]).toEqual([1, 2, 3]);
  });

  it('gets a documented error with its members', async () => {
    const details = { status: 404, members: { Type: 'User' } };
    exchange.answer(new sdk.ServiceError('ResourceNotFoundException', 'No function f.', details));
    await expect(client.send(new GetFunctionCommand({ FunctionName: 'f' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'No function f.',
      Type: 'User',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('gets an error where its input breaks a constraint', async () => {
    const command = new CreateAliasCommand({ FunctionName: 'f', Name: 'a b', FunctionVersion: 'no version' });
    await expect(client.send(command)).rejects.toMatchObject({
      name: expect.stringMatching(/^(ValidationException|InvalidParameterValueException)$/u),
      $metadata: { httpStatusCode: 400 },
    });
  });
});
