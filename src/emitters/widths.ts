import type { Protocol } from '../ecosystems/protocol.js';

/**
 * Whether numbers have widths. Where Smithy is spoken, pages mean 32 bits by `integer`; elsewhere it is a whole number of
 * any size, such as the time in milliseconds.
 */
export const hasWidths = ({ smithyTrait }: Pick<Protocol, 'smithyTrait'>): boolean =>
  smithyTrait !== undefined;
