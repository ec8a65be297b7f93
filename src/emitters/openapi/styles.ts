import type { CollectionStyle } from '../../model/model.js';
import type { Json } from './json.js';

const known: Readonly<Partial<Record<CollectionStyle, Json>>> = {
  repeat: { style: 'form', explode: true },
  brackets: { style: 'form', explode: true },
  comma: { style: 'form', explode: false },
  space: { style: 'spaceDelimited', explode: false },
  pipe: { style: 'pipeDelimited', explode: false },
  deepObject: { style: 'deepObject', explode: true },
};

/** How a list or an object is written; `x-style` where OpenAPI has no word for it. */
export const styleKeywords = (style: CollectionStyle): Json => known[style] ?? { 'x-style': style };
