/**
 * How generated code looks, as the options are called in every formatter. In a module of its own, as a chunk of the
 * bundle that a formatter shares with those who wait for it would wait for itself.
 */
export const style = { singleQuote: true, printWidth: 110 } as const;
