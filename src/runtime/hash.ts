/** What `@smithy/signature-v4` hashes: text or bytes. */
type SourceData = string | ArrayBuffer | ArrayBufferView;

interface Hash {
  update(data: SourceData): unknown;
  digest(): Uint8Array | Promise<Uint8Array>;
}

interface NativeCrypto {
  createHash(algorithm: string): Hash;
  createHmac(algorithm: string, key: SourceData): Hash;
}

interface Host {
  getBuiltinModule?(id: 'node:crypto'): NativeCrypto | undefined;
}

/** SHA-256, or HMAC with SHA-256 where there is a secret: by the host where it can, else by web crypto. */
export class Sha256 {
  readonly #hash: Hash;

  constructor(secret?: SourceData) {
    const native = nativeCrypto();
    this.#hash = native ? nativeHash(native, secret) : webHash(secret);
  }

  update(data: SourceData): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

let known: NativeCrypto | false | undefined;

/**
 * Node's hashes, which Deno and Bun have too; for short texts they are much faster than web crypto. Asked for at run time
 * so that no bundler looks for them.
 */
function nativeCrypto(): NativeCrypto | false {
  const host: Host | undefined = Reflect.get(globalThis, 'process');
  return (known ??= host?.getBuiltinModule?.('node:crypto') ?? false);
}

function nativeHash(native: NativeCrypto, secret: SourceData | undefined): Hash {
  return secret === undefined ? native.createHash('sha256') : native.createHmac('sha256', secret);
}

function webHash(secret: SourceData | undefined): Hash {
  const { subtle } = crypto;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  return {
    update: (data) => chunks.push(bytesOf(data)),
    async digest() {
      const [first = bytesOf('')] = chunks;
      const data = chunks.length > 1 ? await new Blob(chunks).arrayBuffer() : first;
      if (secret === undefined) return new Uint8Array(await subtle.digest('SHA-256', data));
      const algorithm = { name: 'HMAC', hash: 'SHA-256' };
      const key = await subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign']);
      return new Uint8Array(await subtle.sign('HMAC', key, data));
    },
  };
}

function bytesOf(data: SourceData): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  return new Uint8Array(
    ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : data,
  );
}
