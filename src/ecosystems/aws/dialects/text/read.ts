import { readerOf } from '../reference/read-page.js';
import { outlineText } from './outline.js';

export const read = readerOf(outlineText);
