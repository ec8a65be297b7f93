import type { Report } from '../../diagnostics/report.js';
import type { Service } from '../../model/model.js';
import type { GivenFacts } from '../ecosystem.js';

/**
 * Reports what neither the pages nor the configuration say: nothing is made up, and a client asks for what is missing in
 * its types.
 */
export function completeHttpService(service: Service, _given: GivenFacts, report: Report): Service {
  const { id, title, servers, auth, operations } = service;
  if (operations.length === 0) return service;
  if (servers.length === 0) report('server-unknown', { service: id }, title.source);
  if (auth.length === 0 && operations.some((operation) => operation.auth?.value.length !== 0))
    report('auth-unknown', { service: id }, title.source);
  return service;
}
