import type { Report } from '../../diagnostics/report.js';
import type { Service } from '../../model/model.js';
import type { GivenFacts } from '../ecosystem.js';

/**
 * Reports what neither the pages nor the configuration say: nothing is made up, and a client asks for what is missing in
 * its types. Where the configuration says that there is no auth, operations say so.
 */
export function completeHttpService(service: Service, given: GivenFacts, report: Report): Service {
  const { id, title, servers, auth, operations } = service;
  if (operations.length === 0) return service;
  const rpc = service.traits?.['http']?.['rpc'];
  if (rpc && !service.protocol)
    return completeHttpService({ ...service, protocol: { ...rpc, value: 'json-rpc' } }, given, report);
  if (servers.length === 0) report('server-unknown', { service: id }, title.source);
  if (given.auth?.length === 0) return withoutAuth(service);
  const known = withKnownSchemes(service);
  if (auth.length === 0 && operations.some((operation) => operation.auth?.value.length !== 0))
    report('auth-unknown', { service: id }, title.source);
  return known;
}

/** Marks of operations name schemes that the guide may explain in a way that is not understood: these say nothing. */
function withKnownSchemes(service: Service): Service {
  const known = new Set(service.auth.map(({ name }) => name));
  const operations = service.operations.map(({ auth, ...operation }) =>
    auth?.value.every((name) => known.has(name)) ? { ...operation, auth } : operation,
  );
  return { ...service, operations };
}

const withoutAuth = (service: Service): Service => ({
  ...service,
  operations: service.operations.map((operation) => ({
    ...operation,
    auth: { value: [], known: 'override', source: service.title.source },
  })),
});
