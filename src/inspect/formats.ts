/** The forms in which a model can be shown; apart from the code that makes them, which takes time to load. */
export const inspectFormats = ['table', 'ir', 'smithy', 'openapi'] as const;

export type InspectFormat = (typeof inspectFormats)[number];
