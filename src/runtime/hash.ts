/** What `@smithy/signature-v4` hashes: text or bytes. */
type SourceData = string | ArrayBuffer | ArrayBufferView;

interface NativeHash {
  update(data: Uint8Array): NativeHash;
  digest(): Uint8Array;
}

interface NativeCrypto {
  createHash(algorithm: string): NativeHash;
  createHmac(algorithm: string, key: Uint8Array): NativeHash;
}

interface Host {
  getBuiltinModule?(id: 'node:crypto'): NativeCrypto | undefined;
}

/** SHA-256, or HMAC with SHA-256 where there is a secret. */
export class Sha256 {
  #data = new Uint8Array();
  readonly #secret: Uint8Array<ArrayBuffer> | undefined;

  constructor(secret?: SourceData) {
    this.#secret = secret === undefined ? undefined : bytesOf(secret);
  }

  update(data: SourceData): void {
    const more = bytesOf(data);
    const all = new Uint8Array(this.#data.length + more.length);
    all.set(this.#data);
    all.set(more, this.#data.length);
    this.#data = all;
  }

  reset(): void {
    this.#data = new Uint8Array();
  }

  /** The digest, by the host's own hash where it has one, which is much faster than web crypto for short texts. */
  async digest(): Promise<Uint8Array> {
    const native = nativeCrypto();
    const secret = this.#secret;
    if (!native) return webDigest(this.#data, secret);
    return (secret ? native.createHmac('sha256', secret) : native.createHash('sha256'))
      .update(this.#data)
      .digest();
  }
}

/** Node's hashes, which Deno and Bun have too. Asked for at run time so that no bundler looks for them. */
function nativeCrypto(): NativeCrypto | undefined {
  const host: Host | undefined = Reflect.get(globalThis, 'process');
  return host?.getBuiltinModule?.('node:crypto');
}

async function webDigest(
  data: Uint8Array<ArrayBuffer>,
  secret: Uint8Array<ArrayBuffer> | undefined,
): Promise<Uint8Array> {
  const { subtle } = crypto;
  if (!secret) return new Uint8Array(await subtle.digest('SHA-256', data));
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, data));
}

function bytesOf(data: SourceData): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}
