import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere, sampleConfig, sampleProject } from './docwright.js';

const project = () => sampleProject(sampleConfig({ handlers: 'src/handlers' }, ['server']));

describe('handlers of the user', () => {
  it('are written once, wired in the package, and never changed', async () => {
    const folder = project();
    const handler = join(folder, 'src/handlers/createGroup.ts');
    const first = await runHere(folder, ['generate']);
    expect(first.stderr).not.toContain('error');
    expect(readFileSync(handler, 'utf8')).toContain("from '../../generated/mail/server.js';");
    expect(readFileSync(join(folder, 'generated/mail/handlers.ts'), 'utf8')).toContain(
      "from '../../src/handlers/createGroup.js';",
    );
    const mine = `${readFileSync(handler, 'utf8')}\n// mine\n`;
    writeFileSync(handler, mine);
    expect(await runHere(folder, ['generate', '--force'])).toMatchObject({ code: 0 });
    expect(readFileSync(handler, 'utf8')).toBe(mine);
    expect(await runHere(folder, ['generate', '--check'])).toMatchObject({ code: 0 });
  });

  it('are missed by --check where an operation has none', async () => {
    const folder = project();
    await runHere(folder, ['generate']);
    rmSync(join(folder, 'src/handlers/deleteGroup.ts'));
    const { code, stderr } = await runHere(folder, ['generate', '--check']);
    expect(code).toBe(1);
    expect(stderr).toContain('The generated file "src/handlers/deleteGroup.ts" is missing.');
  });
});
