import { awsReference } from './aws/dialects/markdown/index.js';
import { awsText } from './aws/dialects/text/index.js';
import type { Dialect } from './dialect.js';
import { explorer } from './aws/dialects/explorer/index.js';

/** Every page format, in the order in which they are asked. */
export const dialects: readonly Dialect[] = [explorer, awsText, awsReference];
