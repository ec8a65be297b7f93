import type { Report } from '../../../diagnostics/report.js';
import type { Member, Operation, Response, Service } from '../../../model/model.js';
import { reachableShapes, shapesByName, typesWithin } from '../../../model/walk.js';
import type { RequestBinding } from '../../protocol.js';

const isInBody = ({ location: { value } }: Member): boolean => value === 'body' || value === 'payload';

/** Reports a body that the method hardly ever has, and files that its media types cannot carry. */
export function checkRequest(
  operation: Operation,
  { method, media }: RequestBinding,
  service: Service,
  report: Report,
): void {
  const inBody = operation.input.filter(isInBody);
  const [first] = inBody;
  if (first && (method === 'GET' || method === 'HEAD')) {
    const members = inBody.map(({ name }) => name);
    report('request-body-unusual', { operation: operation.name, method, members }, first.source);
  }
  const takesFiles = operation.mediaTypes?.value.some((type) => type.startsWith('multipart/'));
  if (isJson(media) && !takesFiles) reportFiles(operation, inBody, service, report);
}

const isJson = (media: string | undefined): boolean => media !== undefined && /[/+]json\b/.test(media);

/** Without what a response to its method or of its status cannot hold, which is reported. */
export function carriedResponse(
  operation: Operation,
  response: Response,
  service: Service,
  report: Report,
): Response {
  const inBody = response.members.filter(isInBody);
  const reason = inBody.length > 0 ? reasonForNoBody(operation, response) : undefined;
  if (reason === undefined) {
    if (isJson(response.mediaType?.value ?? 'application/json'))
      reportFiles(
        operation,
        inBody.filter(({ location, type }) => location.value === 'body' || type.kind !== 'file'),
        service,
        report,
      );
    return response;
  }
  const members = inBody.map(({ name }) => name);
  report('response-body-left-out', { operation: operation.name, reason, members }, response.source);
  return { ...response, members: response.members.filter((member) => !isInBody(member)) };
}

/** RFC 9110, 9.3.2 and 15. */
function reasonForNoBody({ http }: Operation, { status }: Response): string | undefined {
  if (http?.method.value === 'HEAD') return 'no response to HEAD has one';
  return [204, 205, 304].includes(status.value) ? `none of status ${status.value} has one` : undefined;
}

/** The members that a run has told of: one of a shape stands in many operations. */
const told = new WeakMap<Report, Set<Member>>();

/** Files stand for themselves, or in a form of parts. */
function reportFiles(
  { name }: Operation,
  members: readonly Member[],
  service: Service,
  report: Report,
): void {
  const shapes = shapesByName(service);
  const known = told.get(report) ?? new Set();
  told.set(report, known);
  const inside = [...reachableShapes(members, shapes)].flatMap((shape) => shapes.get(shape)?.members ?? []);
  for (const member of [...members, ...inside]) {
    if (known.has(member) || !typesWithin(member.type).some(({ kind }) => kind === 'file')) continue;
    known.add(member);
    report('file-in-json', { operation: name, member: member.name }, member.source);
  }
}
