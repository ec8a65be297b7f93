import type { GuideFragment } from '../../../../model/fragments.js';
import type { PageContext } from './page-context.js';
export const guideFacts = (_page: PageContext): readonly GuideFragment[] => [];
