import type { Emitter } from '../emitter.js';
import { entryFiles } from './entry.js';
import { manifestFiles } from './manifest.js';
import { readmeFile } from './readme.js';

/** What makes the files a package: `package.json`, `tsconfig.json`, `README.md`, `index.ts`. */
export const packageFiles: Emitter = {
  id: 'package',
  summary: 'package.json, README.md and index.ts',
  emit: (bound, options) => [
    ...manifestFiles(bound.service, options),
    ...entryFiles(options.emitters ?? [], options.header),
    readmeFile(bound, options),
  ],
};
