import { packageFile } from '../../base/own-files.js';
import type { JsonValue, Service } from '../../model/model.js';
import type { Ecosystem } from '../ecosystem.js';
import { awsAccess } from './access.js';
import { sigv4 } from './auth/sigv4.js';
import { identifyService } from './catalogue/identify.js';
import { explorer } from './dialects/explorer/index.js';
import { awsReference } from './dialects/markdown/index.js';
import { awsText } from './dialects/text/index.js';
import { awsRules } from './link-rules.js';
import { isKnown, unknownServiceSample, unknownServiceSetup } from './unknown-service.js';
import { awsJson1_0, awsJson1_1 } from './protocols/aws-json.js';
import { restJson1 } from './protocols/rest-json.js';
import { migrateModel1 } from './model-1.js';
import { awsTraits } from './traits.js';

/** Amazon Web Services: three forms of one reference, a catalogue of services, and a signature that all of them ask for. */
export const aws: Ecosystem = {
  id: 'aws',
  summary: 'Amazon Web Services',
  dialects: [explorer, awsText, awsReference],
  protocols: [restJson1, awsJson1_0, awsJson1_1],
  auth: [sigv4],
  linking: awsRules,
  complete: identifyService,
  access: awsAccess,
  smithyTraits,
  migrateModel: migrateModel1,
  runtime: {
    folder: packageFile('src/ecosystems/aws/runtime/'),
    connect: { module: 'aws/client', name: 'connect' },
    options: { module: 'aws/options', name: 'AwsClientOptions' },
    client: unknownServiceSetup,
    sample: ({ service }) => ({
      given: [
        ...(isKnown(service) ? [] : unknownServiceSample),
        { name: 'region', expression: "'eu-west-1'", needed: true },
        { name: 'credentials', expression: sigv4.sample, needed: false },
      ],
      others: ['endpoint', 'useFips', 'useDualstack'],
    }),
    service: { module: 'aws/service', name: 'AwsServiceSchema' },
    serviceFields,
  },
};

/** Of a service that no catalogue knows, callers say what its host and its signatures call it. */
function serviceFields(service: Service): { readonly [name: string]: string } {
  const { endpointPrefix, signingName, targetPrefix } = awsTraits(service);
  return {
    endpointPrefix: endpointPrefix?.value ?? '',
    signingName: signingName?.value ?? endpointPrefix?.value ?? '',
    ...(targetPrefix && { targetPrefix: targetPrefix.value }),
  };
}

function smithyTraits(service: Service): { readonly [trait: string]: JsonValue } {
  const { endpointPrefix, signingName } = awsTraits(service);
  return {
    ...(signingName && { 'aws.auth#sigv4': { name: signingName.value } }),
    'aws.api#service': {
      sdkId: service.title.value,
      ...(endpointPrefix && { endpointPrefix: endpointPrefix.value }),
    },
  };
}
