import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/commands/generate.js';
import { token } from '../../src/ecosystems/_template/auth/index.js';
import { template as dialect } from '../../src/ecosystems/_template/dialect/index.js';
import { template as ecosystem } from '../../src/ecosystems/_template/index.js';
import { calls } from '../../src/ecosystems/_template/protocol/index.js';
import { token as authorizer } from '../../src/ecosystems/_template/runtime/auth/token.js';
import { callsClient } from '../../src/ecosystems/_template/runtime/protocols/calls/client.js';
import { callsServer } from '../../src/ecosystems/_template/runtime/protocols/calls/server.js';
import { template as emitter } from '../../src/emitters/_template/emitter.js';
import { emitters } from '../../src/emitters/registry.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import {
  sampleService,
  testAuthScheme,
  testDialect,
  testEmitter,
  testProtocol,
} from '../../src/plugin/testing/index.js';
import { typeErrors } from '../emitters/support/compile.js';
import { filesOf, folderWith } from '../support/folder.js';

const test = (name: string, body: () => void | Promise<void>): void =>
  void it(name, async () => await body());

const page = {
  path: 'call.txt',
  text: 'Call: ShowTree\nRequest: GET /trees/{tree}\nTakes: tree\nTakes: age\n',
};

describe('templates of parts pass the suites of their kind as they are', () => {
  testDialect({ dialect, test, pages: [{ page, describes: ['ShowTree'] }] });
  testProtocol({ ecosystem, protocol: calls, client: callsClient, server: callsServer, test });
  testAuthScheme({
    scheme: token,
    options: { header: 'X-Tree' },
    authorize: authorizer({ header: 'X-Tree' })('s3cret'),
    secrets: ['s3cret'],
    wrong: [{}, { header: '' }, { header: 'X-Tree', prefix: 'Tree' }],
    test,
  });
  testEmitter({ emitter, test });
});

it('the template of an ecosystem, named in a plug-in, gives packages that compile', async () => {
  const folder = folderWith({
    'pages/call.txt': page.text,
    'docwright.config.ts': [
      `import { template } from ${JSON.stringify(resolve('src/ecosystems/_template/index.ts'))};`,
      "const plugins = [{ id: 'template', ecosystems: [template] }];",
      "const auth = [{ scheme: 'template-token', options: { header: 'X-Tree' } }];",
      "export default { plugins, services: { trees: { pages: 'pages', auth } } };",
    ].join('\n'),
  });
  const { diagnostics } = await generate({ folder, mode: 'write' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const files = Object.entries(filesOf(`${folder}/generated/trees`));
  const code = files.map(([path, content]) => ({ path, content })).filter(({ path }) => path.endsWith('.ts'));
  expect(code.map((file) => file.path)).toContain('runtime/template/protocols/calls/client.ts');
  expect(typeErrors(code)).toEqual([]);
});

describe('outputs of docwright pass the suite that it publishes', () => {
  const bound = bindService(sampleService, () => undefined);
  for (const one of emitters) testEmitter({ emitter: one, test, ...(bound && { services: [bound] }) });
});
