import { binding } from './binding.js';
import { changes } from './changes.js';
import { config } from './config.js';
import { contradictions } from './contradictions.js';
import { forms } from './forms.js';
import { handlers } from './handlers.js';
import { input } from './input.js';
import { linking } from './linking.js';
import { output } from './output.js';
import { overrides } from './overrides.js';
import { pages } from './pages.js';
import { patterns } from './patterns.js';
import { plugins } from './plugins.js';
import { reading } from './reading.js';
import { references } from './references.js';
import { run } from './run.js';
import { templates } from './templates.js';
import type { Rule } from './define.js';

/** Every diagnostic there is, by code. */
export const catalogue = {
  ...binding,
  ...changes,
  ...config,
  ...contradictions,
  ...forms,
  ...handlers,
  ...input,
  ...linking,
  ...output,
  ...overrides,
  ...pages,
  ...patterns,
  ...plugins,
  ...reading,
  ...references,
  ...run,
  ...templates,
} as const;

export type Code = keyof typeof catalogue;

/** The values that the message of a code needs. */
export type Params<C extends Code> = (typeof catalogue)[C] extends Rule<infer P> ? P : never;

export const isCode = (text: string): text is Code => Object.hasOwn(catalogue, text);
