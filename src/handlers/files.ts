import type { Service } from '../model/model.js';
import type { Naming } from '../emitters/naming.js';

/** Names that Windows keeps for devices, whatever their extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * The file of each operation's handler, by the operation's name, relative to the folder of handlers: `createUser.ts`.
 * No two differ by case only, as not every file system tells such apart.
 */
export function handlerFiles(service: Service, naming: Naming): ReadonlyMap<string, string> {
  const taken = new Set(['index']);
  const files = new Map<string, string>();
  for (const { name } of service.operations) {
    const { method } = naming.operation(name);
    const base = devices.test(method) ? `${method}_` : method;
    let file = base;
    for (let number = 2; taken.has(file.toLowerCase()); number += 1) file = `${base}${String(number)}`;
    taken.add(file.toLowerCase());
    files.set(name, `${file}.ts`);
  }
  return files;
}
