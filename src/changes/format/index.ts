import type { DiffDocument } from '../document.js';
import type { DiffFormat } from './formats.js';
import { markdownOf } from './markdown.js';
import { textOf } from './text.js';

const formats: { readonly [F in DiffFormat]: (document: DiffDocument) => string } = {
  text: textOf,
  markdown: markdownOf,
  json: (document) => `${JSON.stringify(document, null, 2)}\n`,
};

/** A diff in one of its forms. */
export const formatDiff = (document: DiffDocument, format: DiffFormat): string => formats[format](document);
