import { byKey } from '../base/compare.js';
import { stringLiteral } from './literals.js';

/** A name that a generated module uses from another. */
export interface ImportedName {
  readonly from: string;
  /** `name` or `name as other`. */
  readonly name: string;
  /** Only its type is used. */
  readonly type?: boolean;
}

/** The import declarations for these names, each name once, sorted by module and name, types last. */
export function printImports(names: readonly ImportedName[]): string {
  const modules = new Map<string, Map<string, boolean>>();
  for (const { from, name, type = false } of names) {
    const module = modules.get(from) ?? new Map<string, boolean>();
    module.set(name, type && module.get(name) !== false);
    modules.set(from, module);
  }
  return [...modules]
    .sort(byKey)
    .map(([from, module]) => printImport(from, module))
    .join('\n');
}

function printImport(from: string, names: ReadonlyMap<string, boolean>): string {
  const values: string[] = [];
  const types: string[] = [];
  for (const [name, isType] of names) (isType ? types : values).push(name);
  const onlyTypes = values.length === 0;
  const list = [...values.sort(), ...types.sort().map((name) => (onlyTypes ? name : `type ${name}`))];
  return `import ${onlyTypes ? 'type ' : ''}{ ${list.join(', ')} } from ${stringLiteral(from)};`;
}
