import { createRequire } from 'node:module';
import type * as Library from '@eslint-community/regexpp';

const require = createRequire(import.meta.url);
let parser: Library.RegExpParser | undefined;
let validator: Library.RegExpValidator | undefined;

// Loaded at the first question, and the one copy that `scslre` loads too: what is known of patterns needs neither.
const library = (): typeof Library => require('@eslint-community/regexpp');

export const regExpParser = (): Library.RegExpParser =>
  (parser ??= new (library().RegExpParser)({ ecmaVersion: 2024 }));

export const regExpValidator = (): Library.RegExpValidator =>
  (validator ??= new (library().RegExpValidator)({ ecmaVersion: 2024 }));
