import { readerOf } from '../reference/read-page.js';
import { outlinePage } from './outline.js';

export const read = readerOf(outlinePage);
