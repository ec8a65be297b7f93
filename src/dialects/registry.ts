import { awsReference } from './aws-reference/index.js';
import { awsText } from './aws-text/index.js';
import type { Dialect } from './dialect.js';
import { explorer } from './explorer/index.js';

/** Every page format, in the order in which they are asked. */
export const dialects: readonly Dialect[] = [explorer, awsText, awsReference];
