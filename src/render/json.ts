import stringify from 'json-stringify-pretty-compact';

/** JSON for people: what fits into a line stands in one. Ends with a line break. */
export const printJson = (value: unknown): string => `${stringify(value, { maxLength: 110 })}\n`;
