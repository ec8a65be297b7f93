/** How generated code looks, as the options are called in every formatter. */
export const style = { singleQuote: true, printWidth: 110 } as const;
