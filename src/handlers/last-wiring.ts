import { specifier, type Wired } from './print.js';
import type { HandlerModule } from './read-handlers.js';

/** What was generated last, as far as it says which handler answers which operation. */
export interface LastWiring {
  /** The text of the last `handlers.ts`. */
  readonly map: string;
  /** Operations that have a new name, by it. */
  readonly renamed: ReadonlyMap<string, FormerOperation>;
}

/** What an operation was called. */
export interface FormerOperation {
  readonly name: string;
  /** The name of its method. */
  readonly method: string;
  /** How sure it is that both names mean the same operation, above 0 and up to 1. */
  readonly certainty: number;
}

/** The imports of a map, by the name that a handler has in it. */
export function importsOfMap(
  map: string,
): ReadonlyMap<string, { readonly from: string; readonly exported: string }> {
  const imports = [...map.matchAll(/^import \{([^}]*)\} from ['"]([^'"]+)['"]/gmu)];
  return new Map(
    imports.flatMap(([, names = '', from = '']) =>
      names.split(',').flatMap((one) => {
        const [exported = '', method = exported] = one.trim().split(/\s+as\s+/u);
        return exported === '' ? [] : [[method, { from, exported }] as const];
      }),
    ),
  );
}

/** The handler that the last map had under a name, where its file still exports it. */
export function wiredBefore(
  method: string,
  map: string,
  modules: readonly HandlerModule[],
  toHandlers: string,
): Omit<Wired, 'method'> | undefined {
  const last = importsOfMap(map).get(method);
  const module = modules.find(({ path }) => last?.from === specifier(toHandlers, path));
  const found = module?.exports.find(({ name }) => name === last?.exported);
  return module && found && { path: module.path, exported: found.name };
}
