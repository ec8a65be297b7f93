import type { OperationSite } from './operation-sites.js';
import { roleOfItem } from './places.js';
import type { Item } from './sections.js';

const RETURNS = /\b(?:returns?|returned|responds?|response|answers?|result|gives|yields|outputs?)\b/i;
const SENDS =
  /\b(?:expects?|requires?|accepts?|takes?|pass|provide|supply|submit|include|send|post)\b[^.]{0,80}\b(?:json|objects?|body|payload|arrays?|following|data)\b/i;

/**
 * Whether code that no heading or caption explains is what is sent or what comes back: the sentence above it says so, or,
 * where methods have bodies, another block further down that is what comes back.
 */
export function sideOfBare(item: Item, site: OperationSite): 'request' | 'response' | undefined {
  const said = saidAbove(item);
  if (said || !isBare(item) || !site.requests.every(({ line }) => line.methods.every(hasBody))) return said;
  const later = site.items.slice(site.items.indexOf(item) + 1);
  return later.some((other) => comesBack(other, site)) ? 'request' : undefined;
}

const comesBack = (item: Item, { section }: OperationSite): boolean =>
  (isBare(item) && saidAbove(item) === 'response') || roleOfItem(item, section).side === 'response';

const hasBody = (method: string): boolean => /^(?:POST|PUT|PATCH)$/.test(method);

/** The last sentence that says something counts. */
function saidAbove({ block, lead }: Item): 'request' | 'response' | undefined {
  if (block.kind !== 'code' || !lead) return undefined;
  for (const sentence of lead.text.split(/(?<=[.!:])\s+/).reverse()) {
    if (/^\W*(?:example|sample)\b|\berrors?\b|\bfail/i.test(sentence)) return undefined;
    if (RETURNS.test(sentence)) return 'response';
    if (SENDS.test(sentence)) return 'request';
  }
  return undefined;
}

/** JSON or plain text, but no call and no message. */
const isBare = ({ block, captions }: Item): boolean =>
  block.kind === 'code' &&
  captions.length === 0 &&
  (/^\s*[[{]/.test(block.text) || /^te?xt$/i.test(block.lang ?? ''));
