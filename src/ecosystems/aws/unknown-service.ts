import type { Service } from '../../model/model.js';
import type { ClientSetup } from '../client-setup.js';
import type { SampleOption } from '../ecosystem.js';
import type { BoundService } from '../ecosystem.js';
import { awsTraits } from './traits.js';

/** Whether anything says what the host of a service is called. */
export const isKnown = (service: Service): boolean => awsTraits(service).endpointPrefix !== undefined;

/** What clients of a service ask for of which no catalogue and no page says where it is: nothing is made up. */
export const unknownServiceSetup = ({ service }: BoundService): ClientSetup | undefined =>
  isKnown(service)
    ? undefined
    : {
        connect: { module: 'aws/unknown-service', name: 'connectUnknown' },
        options: [
          {
            name: 'endpoint',
            description: 'Where requests go: no page and no catalogue says it.',
            required: true,
            type: { kind: 'url' },
          },
          {
            name: 'signingName',
            description: 'The name that requests are signed for; `none` where they are not signed.',
            required: true,
            type: { kind: 'text' },
          },
        ],
        settings: [],
      };

export const unknownServiceSample: readonly SampleOption[] = [
  { name: 'endpoint', expression: "'https://api.example.com'", needed: true },
  { name: 'signingName', expression: "'none'", needed: true },
];
