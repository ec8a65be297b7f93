import type { Report } from '../../../diagnostics/report.js';
import type { Member, Operation, Service } from '../../../model/model.js';
import { outputOf } from '../../../model/walk.js';
import type { Envelope, MessageBinding, OperationBinding, PartBinding, Protocol } from '../../protocol.js';
import { rpcVersion, takesPositions } from '../rpc-traits.js';

const media = 'application/json';

/** JSON-RPC over HTTP: one URL, the body says what is called and with what. */
export const jsonRpc: Protocol = {
  id: 'json-rpc',
  summary: 'JSON-RPC 2.0 and 1.0 over HTTP: the body says which method is called',
  supports: new Set(['nullable', 'oneOf', 'textPayload', 'binaryPayload']),
  returnsPayload: true,
  errorStatus: 200,
  timestampFormat: 'dateTime',
  runtime: {
    client: { module: 'http/protocols/json-rpc/client', name: 'jsonRpcClient' },
    server: { module: 'http/protocols/json-rpc/server', name: 'jsonRpcServer' },
  },
  matches: ({ protocol }) => protocol?.value === 'json-rpc',
  bind(operation: Operation, service: Service, report: Report): OperationBinding {
    if (operation.http)
      report('request-line-unused', { operation: operation.name }, operation.http.method.source);
    const positional = takesPositions(operation);
    return {
      operation,
      request: {
        method: 'POST',
        path: '',
        selector: { in: 'body', name: 'method', value: operation.name },
        ...message(operation.input, {
          ...around(service),
          content: 'params',
          ...(positional && { positional }),
        }),
      },
      responses: new Map([[200, message(outputOf(operation), { ...around(service), content: 'result' })]]),
      errorOf: { code: { in: 'body', name: 'error.code' } },
    };
  },
};

function around(service: Service): Pick<Envelope, 'fixed' | 'others'> {
  const version = rpcVersion(service);
  return {
    fixed: version === '2.0' ? { jsonrpc: '2.0' } : {},
    others: version === 'plain' ? [] : ['id'],
  };
}

const message = (members: readonly Member[], envelope: Envelope): MessageBinding => ({
  parts: members.map(partOf),
  media,
  envelope,
});

/** Whatever the pages say of places: there is nothing but the body. */
const partOf = (member: Member): PartBinding => ({
  member,
  in: member.location.value === 'payload' ? 'payload' : 'body',
  name: member.wireName,
});
