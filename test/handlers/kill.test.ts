import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { docwright, sampleConfig, sampleProject } from '../cli/docwright.js';

const names = Array.from({ length: 40 }, (_, at) => `mine${at}.ts`);

const handler = (type: string, name: string) =>
  `import type { ${type} } from '../../generated/mail/server.js';\r\n` +
  `// mine: ${name}\n\nexport const createGroup: ${type} = async () => ({});\n`;

/** Starts a run and kills it after a while; whether it had come to its end by then does not matter. */
const killed = (folder: string, milliseconds: number): Promise<void> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'generate', '--fix'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', () => {
      clearTimeout(timer);
      done();
    });
  });

it(
  'a run that is killed leaves every file of the user old or mended, as a whole',
  { timeout: 120_000 },
  async () => {
    const folder = sampleProject(sampleConfig({ handlers: 'src/handlers' }, ['types', 'server', 'model']));
    const pathOf = (name: string) => join(folder, 'src/handlers', name);
    mkdirSync(join(folder, 'src/handlers'), { recursive: true });
    for (const milliseconds of [300, 700, 1100, 1500, 2000]) {
      for (const name of names) writeFileSync(pathOf(name), handler('MakeGroupHandler', name));
      await killed(folder, milliseconds);
      for (const name of names) {
        const whole = [handler('MakeGroupHandler', name), handler('CreateGroupHandler', name)];
        expect(whole).toContain(readFileSync(pathOf(name), 'utf8'));
      }
    }
    await docwright(folder, ['generate', '--fix']);
    for (const name of names)
      expect(readFileSync(pathOf(name), 'utf8')).toBe(handler('CreateGroupHandler', name));
  },
);
