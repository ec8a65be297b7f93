import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runHere, sampleConfig, sampleProject } from '../cli/docwright.js';
import { buryOwner, removeLocks, withFault } from '../support/faults.js';
import { filesOf } from '../support/folder.js';

const handler = (type: string, name: string) =>
  `import type { ${type} } from '../../generated/mail/server.js';\r\n` +
  `// mine: ${name}\n\nexport const createGroup: ${type} = async () => ({});\n`;

const names = ['createGroup.ts', 'mine.ts', 'other.ts'];
const old = (name: string) => handler('MakeGroupHandler', name);
const mended = (name: string) => handler('CreateGroupHandler', name);

it('a run that is killed at any call leaves every file of the user old or mended, and every stub whole', async () => {
  const folder = sampleProject(sampleConfig({ handlers: 'src/handlers' }, ['server']));
  const handlers = join(folder, 'src/handlers');
  await runHere(folder, ['generate']);
  const stub = readFileSync(join(handlers, 'deleteGroup.ts'), 'utf8');
  let states = 0;
  for (let at = 0, calls = 1; at < calls; at += 1) {
    for (const name of names) writeFileSync(join(handlers, name), old(name));
    rmSync(join(handlers, 'deleteGroup.ts'), { force: true });
    calls = await withFault('killed', at, () => runHere(folder, ['generate', '--fix']));
    buryOwner(folder);
    removeLocks(folder);
    const found = filesOf(handlers);
    for (const name of names) expect([old(name), mended(name)]).toContain(found[name]);
    expect([undefined, stub]).toContain(found['deleteGroup.ts']);
    states += 1;
  }
  expect(states).toBeGreaterThan(15);
  await runHere(folder, ['generate', '--fix']);
  const expected = [...names.map((name) => [name, mended(name)]), ['deleteGroup.ts', stub]];
  expect(filesOf(handlers)).toEqual(Object.fromEntries(expected));
});
