import { describe, it } from 'vitest';
import { template as dialect } from '../../src/ecosystems/_template/dialect/index.js';
import { template as emitter } from '../../src/emitters/_template/emitter.js';
import { emitters } from '../../src/emitters/registry.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import { sampleService, testDialect, testEmitter } from '../../src/plugin/testing/index.js';

const test = (name: string, body: () => void | Promise<void>): void =>
  void it(name, async () => await body());

describe('templates of parts pass the suites of their kind as they are', () => {
  testDialect({
    dialect,
    test,
    pages: [
      {
        page: {
          path: 'call.txt',
          text: 'Call: ShowTree\nRequest: GET /trees/{tree}\nTakes: tree\nTakes: age\n',
        },
        describes: ['ShowTree'],
      },
    ],
  });
  testEmitter({ emitter, test });
});

describe('outputs of docwright pass the suite that it publishes', () => {
  const bound = bindService(sampleService, () => undefined);
  for (const one of emitters) testEmitter({ emitter: one, test, ...(bound && { services: [bound] }) });
});
