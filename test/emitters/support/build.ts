import type { Service, Traits } from '../../../src/model/model.js';
import { awsAccess } from '../../../src/ecosystems/aws/access.js';
import { aws } from '../../../src/ecosystems/aws/index.js';
import { restJson1 } from '../../../src/ecosystems/aws/protocols/rest-json.js';
import { bindService } from '../../../src/ecosystems/bind-service.js';
import type { BoundService } from '../../../src/ecosystems/ecosystem.js';
import { fact, service as serviceOf } from '../../../src/plugin/testing/build-model.js';

export * from '../../../src/plugin/testing/build-model.js';

/** What pages say of a service to its ecosystem, as facts. */
const traitsOf = (traits: object): { traits: Traits } => ({
  traits: {
    aws: Object.fromEntries(
      Object.entries(traits).flatMap(([name, value]) => (value === undefined ? [] : [[name, fact(value)]])),
    ),
  },
});

export interface ServiceParts extends Partial<Service> {
  readonly endpointPrefix?: string;
  readonly signingName?: string;
  readonly targetPrefix?: string;
}

/** A service of the first ecosystem. */
export const service = ({ endpointPrefix, signingName, targetPrefix, ...parts }: ServiceParts): Service =>
  serviceOf({ ecosystem: 'aws', ...traitsOf({ endpointPrefix, signingName, targetPrefix }), ...parts });

/** The service bound to REST-JSON, every operation at a path of its own. */
export const bind = (bound: Service): BoundService => ({
  service: bound,
  ecosystem: aws,
  protocol: restJson1,
  access: awsAccess(bound),
  bindings: bound.operations.map((one) => {
    const uri = fact(`/${encodeURIComponent(one.name)}`);
    const placed = { ...one, http: one.http ?? { method: fact('POST'), uri } };
    return { ...restJson1.bind(placed, bound, () => undefined), operation: one };
  }),
});

/** A service of the plain HTTP ecosystem, bound as its protocol says. */
export function bindHttp(parts: ServiceParts): BoundService {
  const bound = bindService(service({ ecosystem: 'http', ...parts, traits: {} }), () => undefined);
  if (!bound) throw new Error('no protocol fits');
  return bound;
}
