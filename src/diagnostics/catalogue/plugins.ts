import { define, type Severity } from './define.js';

/** A finding that a plug-in has declared, as it is handed on. */
export interface PluginFinding {
  /** With the plug-in's id before it, such as `acme/bad-row`. */
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly cause: string;
  readonly fix: string;
}

/** What can be wrong with plug-ins. */
export const plugins = {
  'plugin-finding': define<PluginFinding>({
    severity: 'error',
    title: 'Finding of a plug-in',
    message: ({ message }) => message,
    cause: 'A plug-in has found something that its own catalogue of findings describes.',
    fix: 'See what the finding itself says.',
  }),
  'plugin-duplicate': define<{ what: string; id: string; plugin: string }>({
    severity: 'error',
    title: 'Two parts of one id',
    message: ({ what, id, plugin }) =>
      `The plug-in ${plugin} brings the ${what} "${id}", but there is one of that id already; expected another id.`,
    cause: 'Two plug-ins, or a plug-in and docwright itself, call a part the same.',
    fix: 'Leave one of the plug-ins out, or ask its author for another id.',
  }),
  'plugin-invalid': define<{ plugin: string; problem: string }>({
    severity: 'error',
    title: 'Plug-in that cannot be used',
    message: ({ plugin, problem }) => `The plug-in ${plugin} cannot be used: ${problem}.`,
    cause:
      'The plug-in, or the options that the configuration gives it, do not have the form that is expected.',
    fix: 'Correct the options, or make the plug-in with `definePlugin` of docwright/plugin.',
  }),
} as const;
