import { outputOf } from '../../../model/walk.js';
import type { Member } from '../../../model/model.js';
import { defineProtocol } from '../../define.js';
import type { MessageBinding } from '../../protocol.js';

const media = 'application/json';

/** A wire protocol: copy the folder and its halves in `runtime/protocols`, and say where each member travels. */
export const calls = defineProtocol({
  id: 'calls',
  summary: 'a POST to the name of the operation; everything is in a JSON body',
  supports: new Set(),
  timestampFormat: 'dateTime',
  runtime: {
    client: { module: 'template/protocols/calls/client', name: 'callsClient' },
    server: { module: 'template/protocols/calls/server', name: 'callsServer' },
  },
  matches: ({ protocol }) => protocol?.value === 'calls',
  bind: (operation) => ({
    operation,
    request: { method: 'POST', path: `/${operation.name}`, ...inBody(operation.input) },
    responses: new Map([[200, inBody(outputOf(operation))]]),
    errorOf: { code: { in: 'body', name: 'error' } },
  }),
});

const inBody = (members: readonly Member[]): MessageBinding => ({
  parts: members.map((member) => ({ member, in: 'body', name: member.wireName })),
  media,
});
