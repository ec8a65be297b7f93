import { awsJson1_0, awsJson1_1 } from './aws-json.js';
import type { Protocol } from '../../protocol.js';
import { restJson1 } from './rest-json.js';

/** Every protocol, in the order in which they are asked. */
export const protocols: readonly Protocol[] = [restJson1, awsJson1_0, awsJson1_1];
