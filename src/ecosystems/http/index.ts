import { packageFile } from '../../base/own-files.js';
import type { Ecosystem } from '../ecosystem.js';
import { apiKey } from './auth/api-key.js';
import { basic } from './auth/basic.js';
import { bearer } from './auth/bearer.js';
import { hmac } from './auth/hmac.js';
import { oauth2 } from './auth/oauth2.js';
import { httpClientSample, httpClientSetup } from './client-setup.js';
import { completeHttpService } from './complete-service.js';
import { httpReference } from './dialects/http-reference/index.js';
import { httpRules } from './link-rules.js';
import { http as protocol } from './protocols/http.js';
import { jsonRpc } from './protocols/json-rpc.js';
import { rpcVersion } from './rpc-traits.js';

/** Any API over HTTP, documented by whoever wrote it: nothing is known but what the pages or the configuration say. */
export const http: Ecosystem = {
  id: 'http',
  summary: 'any API over HTTP',
  dialects: [httpReference],
  protocols: [protocol, jsonRpc],
  auth: [bearer, basic, apiKey, oauth2, hmac],
  linking: httpRules,
  complete: completeHttpService,
  runtime: {
    folder: packageFile('src/ecosystems/http/runtime/'),
    connect: { module: 'http/client', name: 'connect' },
    options: { module: 'http/options', name: 'HttpClientOptions' },
    client: httpClientSetup,
    sample: httpClientSample,
    service: { module: 'http/service', name: 'HttpServiceSchema' },
    serviceFields: (service) => (jsonRpc.matches(service) ? { rpc: rpcVersion(service) } : {}),
  },
};
