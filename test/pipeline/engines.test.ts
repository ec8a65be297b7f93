import { expect, it } from 'vitest';
import { docwright, sampleConfig, sampleProject } from '../cli/docwright.js';
import { filesOf } from '../support/folder.js';

/** Node finds neither of the fast engines, as on a platform for which there is no binary. */
const without = `import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`export async function resolve(specifier, context, next) {
  if (specifier === 'oxfmt' || specifier === 'satteri') throw new Error('not installed');
  return next(specifier, context);
}\`));`;
const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(without)}` };

const generate = ['generate', '--no-cache'];

it('where the fast engines are not installed, the others give the same bytes and nobody hears of it unless he asks', async () => {
  const config = sampleConfig({}, ['client', 'package', 'model']);
  const [usual, other] = [sampleProject(config), sampleProject(config)];
  const first = await docwright(usual, [...generate, '--verbose']);
  const second = await docwright(other, generate, environment);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(filesOf(other)).toEqual(filesOf(usual));
  expect(first.stderr).not.toContain('not installed');
  expect(second.stderr).not.toContain('not installed');
  const third = await docwright(other, [...generate, '--verbose'], environment);
  expect(third.stderr).toContain('oxfmt is not installed here: prettier takes its place');
  expect(third.stderr).toContain('satteri is not installed here: remark-parse takes its place');
});
