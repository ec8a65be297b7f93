/** JSON as it is written to files: indented, with a line break at its end; keys stand as they stand in the value. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
