import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { bundleCode } from './bundle.js';
import { bundledLicenses } from './licenses.js';
import { prebuiltSchemas } from './schemas.js';
import { prebuiltTemplates } from './templates.js';

/**
 * From `dist/`, module by module as TypeScript compiles it, to `bundle/`, which is what runs: a few files instead of some
 * hundred, as loading a module takes longer than most of them do, and `prebuilt/`, what would be made anew in each run.
 */
const folder = new URL('../bundle/', import.meta.url);

const files = {
  ...(await bundleCode()),
  'LICENSES.txt': bundledLicenses(),
  'prebuilt/templates.js': prebuiltTemplates(),
  'prebuilt/config-schema.js': await prebuiltSchemas('config'),
  'prebuilt/model-schema.js': await prebuiltSchemas('model'),
};

mkdirSync(new URL('prebuilt/', folder), { recursive: true });
for (const [path, text] of Object.entries(files)) writeFileSync(new URL(path, folder), text);
// What an earlier build has left is removed last: somebody may be running it.
for (const path of readdirSync(folder, { recursive: true }))
  if (path.endsWith('.js') && !(path.replaceAll('\\', '/') in files)) rmSync(new URL(path, folder));
