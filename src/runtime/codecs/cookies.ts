import type { Pairs } from './parameters.js';
import { percentEncode } from './scalars.js';

/** Cookies as a client sends them (RFC 6265, 4.2); values are percent-encoded, which hardly any service does not read. */
export const printCookies = (pairs: Pairs): string =>
  pairs.map(([name, value]) => `${name}=${percentEncode(value)}`).join('; ');

/** The cookies of a request's header, decoded. */
export function readCookies(header: string): (readonly [name: string, value: string])[] {
  return header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), decode(unquoted(pair.slice(at + 1).trim()))] as const];
  });
}

const unquoted = (text: string): string => /^"(.*)"$/.exec(text)?.[1] ?? text;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
