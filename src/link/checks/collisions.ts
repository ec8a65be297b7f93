import type { Report } from '../../diagnostics/report.js';
import type { Operation, Service } from '../../model/model.js';

/** Finds operations that a server cannot tell apart: of one method and path, however their labels are called. */
export function checkCollisions({ operations }: Service, report: Report): void {
  const first = new Map<string, Operation>();
  for (const operation of operations) {
    const { http, name } = operation;
    if (!http) continue;
    const request = `${http.method.value} ${http.uri.value}`;
    const key = request.replace(/\{[^{}+?]*/g, '{');
    const other = first.get(key);
    if (!other) first.set(key, operation);
    else {
      report('operations-collide', { operation: name, other: other.name, request }, operation.source, [
        { message: 'the other operation', source: other.source },
      ]);
    }
  }
}
