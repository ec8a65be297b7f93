import { packageFile } from '../../base/own-files.js';
import { plainRules } from '../../link/rules.js';
import type { Service } from '../../model/model.js';
import type { ClientSetup } from '../client-setup.js';
import { defineEcosystem } from '../define.js';
import type { BoundService } from '../ecosystem.js';
import { token } from './auth/index.js';
import { template as dialect } from './dialect/index.js';
import { calls } from './protocol/index.js';

/** An ecosystem: what belongs together of page formats, protocols and auth schemes. Copy the folder, rename the ids. */
export const template = defineEcosystem({
  id: 'template',
  summary: 'an ecosystem to copy',
  dialects: [dialect],
  protocols: [calls],
  auth: [token],
  linking: plainRules,
  complete: speakCalls,
  runtime: {
    folder: packageFile('src/ecosystems/_template/runtime/'),
    connect: { module: 'template/client', name: 'connect' },
    options: { module: 'template/options', name: 'TemplateClientOptions' },
    client: clientSetup,
    sample: () => ({
      given: [{ name: 'endpoint', expression: "'https://api.example.com'", needed: true }],
      others: [],
    }),
    service: { module: 'template/service', name: 'TemplateServiceSchema' },
    serviceFields: () => ({}),
  },
});

/** Pages of this kind name no protocol, for there is one. */
function speakCalls(service: Service): Service {
  const protocol = { value: calls.id, known: 'inferred', source: service.title.source } as const;
  return { ...service, protocol: service.protocol ?? protocol };
}

/** Credentials for one of the ways that the pages describe; none where they describe none. */
function clientSetup({ access: { auth } }: BoundService): ClientSetup {
  const ways = auth.map(({ description, scheme }) => ({
    name: description.name,
    description: description.description ?? scheme.summary,
    required: false,
    type: { kind: 'runtime', type: scheme.runtime.credentials } as const,
  }));
  const options = { name: 'auth', description: 'Who calls.', required: true } as const;
  return {
    options: ways.length > 0 ? [{ ...options, type: { kind: 'object', options: ways } }] : [],
    settings: [
      {
        name: 'auth',
        calls: Object.fromEntries(
          auth.map(({ description, scheme }) => [
            description.name,
            { function: scheme.runtime.authorizer, argument: description.options },
          ]),
        ),
      },
    ],
  };
}
