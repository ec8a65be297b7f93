import type { Report } from '../diagnostics/report.js';
import type { AuthDescription, Service } from '../model/model.js';
import type { Ecosystem } from './ecosystem.js';
import type { BoundService } from './ecosystem.js';
import type { Access, BoundAuth } from './protocol.js';
import { ecosystemOf } from './registry.js';
import { reportUnsupported } from './unsupported-features.js';

/** Decides how each operation travels; nothing, and a report, where no protocol speaks the service's. */
export function bindService(
  service: Service,
  report: Report,
  among?: readonly Ecosystem[],
): BoundService | undefined {
  const ecosystem = ecosystemOf(service.ecosystem, among);
  const fitting = ecosystem.protocols.filter((candidate) => candidate.matches(service));
  const [protocol, ...others] = fitting;
  if (!protocol) {
    const named = service.protocol?.value ?? 'no protocol that is known';
    report('protocol-unknown', { service: service.id, protocol: named }, service.title.source);
    return undefined;
  }
  if (others.length > 0) {
    const protocols = fitting.map(({ id }) => id);
    report('protocols-tie', { service: service.id, protocols }, service.title.source);
  }
  const bindings = service.operations.map((operation) => protocol.bind(operation, service, report));
  reportUnsupported(bindings, protocol, report);
  return { service, ecosystem, protocol, bindings, access: accessTo(service, ecosystem, report) };
}

function accessTo(service: Service, ecosystem: Ecosystem, report: Report): Access {
  const known = ecosystem.access?.(service);
  if (known) return known;
  const auth = service.auth.flatMap((description) => bindAuth(description, ecosystem, report) ?? []);
  return { servers: service.servers, auth };
}

function bindAuth(description: AuthDescription, { auth }: Ecosystem, report: Report): BoundAuth | undefined {
  const { name, source } = description;
  const scheme = auth.find(({ id }) => id === description.scheme);
  if (!scheme) {
    report(
      'auth-scheme-unknown',
      { name, scheme: description.scheme, known: auth.map(({ id }) => id) },
      source,
    );
    return undefined;
  }
  const problem = scheme.check(description.options);
  if (problem === undefined) return { description, scheme };
  report('auth-options', { name, scheme: scheme.id, problem }, source);
  return undefined;
}
