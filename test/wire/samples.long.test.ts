import { expect, it } from 'vitest';
import { compileSdk, flags } from './compile.js';
import { samplePages } from './pages.js';
import { generateSdk, removeSdk, writeSdk } from './sdk.js';

it.each(['finspace-data', 'thistledown', 'workmail'])(
  'the SDK of the sample pages of %s compiles by its own tsconfig.json under every flag and holds no any',
  (id) => {
    const folder = writeSdk(generateSdk(samplePages(id)).files);
    try {
      expect(compileSdk(folder)).toEqual({ flags, errors: [], anys: [] });
    } finally {
      removeSdk(folder);
    }
  },
);
