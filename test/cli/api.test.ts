import { describe, expect, it } from 'vitest';
import * as api from '../../src/index.js';
import { sampleProject } from './docwright.js';

describe('the public API', () => {
  it('has these names, and a change of them is a change of version', () => {
    expect(Object.keys(api).sort()).toEqual([
      'defineConfig',
      'diff',
      'explain',
      'formatFindings',
      'generate',
      'inspect',
      'readModel',
    ]);
  });

  it('generates and reads as the command line does', async () => {
    const folder = sampleProject();
    const { model, diagnostics } = await api.readModel({ folder });
    expect(diagnostics).toEqual([]);
    expect(model.services.map(({ id }) => id)).toEqual(['mail']);
    const { services, files } = await api.generate({ folder, mode: 'plan' });
    expect(services).toMatchObject([{ id: 'mail', operations: 2 }]);
    expect(files).toContainEqual({ path: 'generated/mail/types.ts', action: 'create' });
    expect((await api.inspect({ folder, format: 'table', operation: 'DeleteGroup' })).text).toContain(
      'DeleteGroup',
    );
  });
});
