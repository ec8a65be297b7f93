import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Milliseconds that each module takes to be imported in a cold process, round by round.
 * @param {Record<string, string>} modules specifiers by the name of the contender
 */
export function measureImports(modules, folder, rounds = 11) {
  const times = Object.fromEntries(Object.keys(modules).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, module] of Object.entries(modules)) {
      const time = importTime(module, folder);
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

function importTime(module, folder) {
  const script = `
    const start = performance.now();
    await import(${JSON.stringify(module)});
    process.stdout.write(String(performance.now() - start));
  `;
  const flags = ['--input-type=module', '-e', script];
  return Number(execFileSync(process.execPath, flags, { cwd: folder, encoding: 'utf8' }));
}

export const moduleIn = (folder, file) => pathToFileURL(join(folder, file)).href;
