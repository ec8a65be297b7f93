import type { ExchangeTokenHandler } from '../../../generated/thistledown/index.js';
import { exchange } from '../tokens.js';

export const exchangeToken: ExchangeTokenHandler = (input) => exchange(input);
