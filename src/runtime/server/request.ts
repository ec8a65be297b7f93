import type { HeaderSource, IncomingRequest, ServerRequest } from '../messages.js';

const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder();

/** A request whose body is read when it is first asked for. */
export class SingleRead implements ServerRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderSource;
  readonly #incoming: IncomingRequest;
  readonly #limit: number;
  #content: Promise<string | Uint8Array> | undefined;

  constructor(incoming: IncomingRequest, limit: number) {
    this.method = incoming.method;
    this.url = incoming.url;
    this.headers = incoming.headers;
    this.#incoming = incoming;
    this.#limit = limit;
  }

  async bytes(): Promise<Uint8Array> {
    return bytesOf(await this.content('bytes'));
  }

  async text(): Promise<string> {
    return textOf(await this.content('text'));
  }

  /** The body, in the form that is asked for or in the one in which it was read before. */
  content(form: 'text' | 'bytes'): Promise<string | Uint8Array> {
    return (this.#content ??= this.#read(form));
  }

  #read(form: 'text' | 'bytes'): Promise<string | Uint8Array> {
    const asText = form === 'text' && this.#incoming.readText?.(this.#limit);
    return asText || this.#incoming.read(this.#limit);
  }
}

/** The text of a body. */
export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : decoder.decode(content);
}

/** The bytes of a body, as nothing but a `Uint8Array`: what Node reads are `Buffer`s, which print and compare otherwise. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content === 'string') return encoder.encode(content);
  return new Uint8Array(content.buffer, content.byteOffset, content.length);
}
