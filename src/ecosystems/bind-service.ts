import type { Report } from '../diagnostics/report.js';
import type { Service } from '../model/model.js';
import type { BoundService } from './protocol.js';
import { protocols } from './aws/protocols/registry.js';

/** Decides how each operation travels; nothing, and a report, where no protocol speaks the service's. */
export function bindService(service: Service, report: Report): BoundService | undefined {
  const protocol = protocols.find((candidate) => candidate.matches(service));
  if (!protocol) {
    const named = service.protocol?.value ?? 'no protocol that is known';
    report('protocol-unknown', { service: service.id, protocol: named }, service.title.source);
    return undefined;
  }
  const bindings = service.operations.map((operation) => protocol.bind(operation, service, report));
  if (bindings.some(({ target }) => target !== undefined) && !service.targetPrefix) {
    report('target-prefix-unknown', { service: service.id }, service.title.source);
  }
  return { service, protocol, bindings };
}
