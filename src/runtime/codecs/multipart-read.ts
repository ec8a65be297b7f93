import type { Part, Raw } from './parameters-read.js';

/** What a header line of a part may be worth, in bytes. */
const headerLimit = 8192;

/** The most parts of one body. */
const partLimit = 1000;

const latin1 = /* @__PURE__ */ new TextDecoder('latin1');
const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The parts of a `multipart/form-data` body (RFC 7578) by name, in their order. What is no file and has no other type
 * than text is a text. Throws a `SyntaxError` where the body is not what its content type says.
 * @param contentType with its boundary.
 */
export function readMultipart(bytes: Uint8Array, contentType: string): (readonly [string, Raw])[] {
  const boundary = boundaryOf(contentType);
  const parts: (readonly [string, Raw])[] = [];
  // One character a byte, so that positions are the same.
  const text = latin1.decode(bytes);
  let at = startOf(text, `--${boundary}`);
  for (const delimiter = `\r\n--${boundary}`; !text.startsWith('--', at); ) {
    const start = lineEnd(text, at);
    const end = text.indexOf(delimiter, start - 2);
    if (end < 0) throw new SyntaxError('A part has no end.');
    if (parts.push(readPart(bytes, text, start, end)) > partLimit) {
      throw new SyntaxError(`More than ${partLimit} parts.`);
    }
    at = end + delimiter.length;
  }
  return parts;
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new SyntaxError('The content type names no boundary.');
  return boundary;
}

/** Behind the first boundary; what stands before it does not count. */
function startOf(text: string, boundary: string): number {
  const at = text.startsWith(boundary) ? 0 : text.indexOf(`\r\n${boundary}`) + 2;
  if (at === 1) throw new SyntaxError('The body has no part.');
  return at + boundary.length;
}

function lineEnd(text: string, at: number): number {
  const [line = ''] = /^[\t ]*\r\n/.exec(text.slice(at, at + 64)) ?? [];
  if (line === '') throw new SyntaxError('A boundary does not end its line.');
  return at + line.length;
}

function readPart(bytes: Uint8Array, text: string, start: number, end: number): readonly [string, Raw] {
  const blank = text.startsWith('\r\n', start) ? start - 2 : text.indexOf('\r\n\r\n', start);
  if (blank < start - 2 || blank > end || blank - start > headerLimit) {
    throw new SyntaxError('A part has no headers.');
  }
  const head = utf8.decode(bytes.subarray(start, Math.max(start, blank)));
  const disposition = headerOf(head, 'content-disposition') ?? '';
  const parameters = parametersOf(disposition);
  const name = parameters.get('name');
  if (!/^form-data\b/i.test(disposition) || name === undefined) throw new SyntaxError('A part has no name.');
  const content = bytes.slice(Math.min(blank + 4, end), end);
  return [name, valueOf(content, parameters.get('filename'), headerOf(head, 'content-type'))];
}

function valueOf(bytes: Uint8Array, filename: string | undefined, type: string | undefined): Raw {
  const isText = filename === undefined && (type === undefined || /^text\/plain\b/i.test(type));
  const part: Part = { bytes, filename, type };
  return isText ? utf8.decode(bytes) : part;
}

const headerOf = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1]?.trim();

/** By name; the first of a name counts. Browsers and `fetch` write quotes and line ends with percent signs. */
function parametersOf(disposition: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of disposition.matchAll(parameters)) {
    const key = name.toLowerCase();
    const value = (quoted ?? plain).replace(/%(?:22|0D|0A)/gi, (code) => decodeURIComponent(code));
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}

const parameters = /;\s*([\w*-]+)=(?:"([^"]*)"|([^\s;"]*))/g;
