import { describe, expect, it } from 'vitest';
import { aws } from '../../src/ecosystems/aws/index.js';
import { awsJson1_0, awsJson1_1 } from '../../src/ecosystems/aws/protocols/aws-json.js';
import { restJson1 } from '../../src/ecosystems/aws/protocols/rest-json.js';
import {
  awsJson1_0Client,
  awsJson1_1Client,
} from '../../src/ecosystems/aws/runtime/protocols/aws-json/client.js';
import {
  awsJson1_0Server,
  awsJson1_1Server,
} from '../../src/ecosystems/aws/runtime/protocols/aws-json/server.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import { http as ecosystem } from '../../src/ecosystems/http/index.js';
import { http } from '../../src/ecosystems/http/protocols/http.js';
import { jsonRpc } from '../../src/ecosystems/http/protocols/json-rpc.js';
import { httpClient } from '../../src/ecosystems/http/runtime/protocols/http/client.js';
import { httpServer } from '../../src/ecosystems/http/runtime/protocols/http/server.js';
import { jsonRpcClient } from '../../src/ecosystems/http/runtime/protocols/json-rpc/client.js';
import { jsonRpcServer } from '../../src/ecosystems/http/runtime/protocols/json-rpc/server.js';
import { ecosystems } from '../../src/ecosystems/registry.js';
import { testProtocol, type ProtocolContract } from '../../src/plugin/testing/protocol.js';

const contracts: readonly Omit<ProtocolContract, 'test'>[] = [
  { ecosystem, protocol: http, client: httpClient, server: httpServer },
  { ecosystem, protocol: jsonRpc, client: jsonRpcClient, server: jsonRpcServer },
  { ecosystem: aws, protocol: restJson1, client: restJson1Client, server: restJson1Server },
  { ecosystem: aws, protocol: awsJson1_0, client: awsJson1_0Client, server: awsJson1_0Server },
  { ecosystem: aws, protocol: awsJson1_1, client: awsJson1_1Client, server: awsJson1_1Server },
];

for (const contract of contracts) {
  describe(`the protocol ${contract.protocol.id}`, () => testProtocol({ ...contract, test: it }));
}

it('every protocol is held to the contract', () => {
  const tested = contracts.map(({ protocol }) => protocol);
  expect(tested.sort(byId)).toEqual(ecosystems.flatMap(({ protocols }) => protocols).sort(byId));
});

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;
