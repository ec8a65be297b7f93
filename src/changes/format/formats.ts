/** The forms of a diff; apart from the code that makes them, which takes time to load. */
export const diffFormats = ['text', 'markdown', 'json'] as const;

export type DiffFormat = (typeof diffFormats)[number];

/** What `--fail-on` takes. */
export const failLimits = ['major', 'minor', 'patch'] as const;

export type FailLimit = (typeof failLimits)[number];
