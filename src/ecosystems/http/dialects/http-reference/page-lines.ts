import type { PageContext } from './page-context.js';
import type { PageOutline } from './sections.js';
export const linesThatState = (_outline: PageOutline, { lines }: PageContext): number => lines.size;
export const reportUnread = (_outline: PageOutline, _page: PageContext): void => undefined;
