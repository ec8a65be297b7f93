import { expect, it } from 'vitest';
import { printJson } from '../../src/render/json.js';

it('prints JSON with a line for each value, and keys as they stand', () => {
  expect(printJson({ b: [1, { d: null }], a: {}, c: undefined })).toBe(
    '{\n  "b": [\n    1,\n    {\n      "d": null\n    }\n  ],\n  "a": {}\n}\n',
  );
});
