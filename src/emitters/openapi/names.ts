import type { Service } from '../../model/model.js';
import type { Naming } from '../naming.js';

/** What operations and components are called; all of it keeps to what OpenAPI allows in names of components. */
export interface ComponentNames {
  /** Also the `operationId`. */
  operation(name: string): string;
  request(operation: string): string;
  /** @param status of a response that is not the usual one. */
  response(operation: string, status?: number): string;
  error(name: string): string;
  /** Undefined where no page describes the shape. */
  shape(name: string): string | undefined;
  /** A shape as the service sends it, where that is a schema of its own. */
  receivedShape(name: string): string | undefined;
}

/**
 * Names everything once. Shapes have the names of their TypeScript types; no two names become one when letters' case and
 * punctuation are taken away, as generators take them away to name types and files.
 */
export function nameComponents(service: Service, naming: Naming): ComponentNames {
  const operations = claimAll(service.operations, new Set(), ({ name }) => naming.operation(name).type);
  const taken = new Set<string>();
  const shapes = claimAll(service.shapes, taken, ({ name }) => naming.shape(name)?.type ?? name);
  const errors = claimAll(service.errors, taken, ({ name }) => `${naming.error(name).type}ResponseContent`);
  const ofOperation = (suffix: string): ReadonlyMap<string, string> =>
    claimAll(service.operations, taken, ({ name }) => `${operations.get(name) ?? name}${suffix}`);
  const requests = ofOperation('RequestContent');
  const responses = ofOperation('ResponseContent');
  const others = nameOthers(service, taken, (name) => operations.get(name) ?? name);
  const received = claimAll(service.shapes, taken, ({ name }) => `${shapes.get(name) ?? name}Received`);
  return {
    operation: (name) => operations.get(name) ?? name,
    request: (name) => requests.get(name) ?? name,
    response: (name, status) => others.get(`${name} ${String(status)}`) ?? responses.get(name) ?? name,
    error: (name) => errors.get(name) ?? name,
    shape: (name) => shapes.get(name),
    receivedShape: (name) => received.get(name),
  };
}

/** The bodies of responses beside the usual one, by operation and status. */
function nameOthers(
  { operations }: Service,
  taken: Set<string>,
  nameOf: (operation: string) => string,
): ReadonlyMap<string, string> {
  const others = operations.flatMap(({ name, responses }) =>
    responses.slice(1).map(({ status }) => ({ name: `${name} ${String(status.value)}`, of: name, status })),
  );
  return claimAll(others, taken, ({ of, status }) => `${nameOf(of)}${String(status.value)}ResponseContent`);
}

function claimAll<Named extends { readonly name: string }>(
  things: readonly Named[],
  taken: Set<string>,
  wish: (thing: Named) => string,
): ReadonlyMap<string, string> {
  return new Map(things.map((thing) => [thing.name, claim(wish(thing), taken)]));
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/gu, '');

function claim(wish: string, taken: Set<string>): string {
  const base = wish.replace(/[^a-zA-Z0-9_]/gu, '_').replace(/^_*$/u, 'Unnamed');
  let name = base;
  for (let number = 2; taken.has(plain(name)); number += 1) name = `${base}_${String(number)}`;
  taken.add(plain(name));
  return name;
}
