/** What `@smithy/signature-v4` hashes: text or bytes. */
type SourceData = string | ArrayBuffer | ArrayBufferView;

interface NativeHash {
  update(data: SourceData): unknown;
  digest(): Uint8Array;
}

interface NativeCrypto {
  createHash(algorithm: string): NativeHash;
  createHmac(algorithm: string, key: SourceData): NativeHash;
  /** Hashes at once, and twice as fast; since Node 20.12. */
  hash?(algorithm: string, data: SourceData, encoding: 'buffer'): Uint8Array;
}

interface Host {
  getBuiltinModule?(id: 'node:crypto'): NativeCrypto | undefined;
}

/** SHA-256, or HMAC with SHA-256 where there is a secret: by the host where it can, else by web crypto. */
export class Sha256 {
  readonly #chunks: SourceData[] = [];
  readonly #secret: SourceData | undefined;

  constructor(secret?: SourceData) {
    this.#secret = secret;
  }

  update(data: SourceData): void {
    this.#chunks.push(data);
  }

  async digest(): Promise<Uint8Array> {
    const native = nativeCrypto();
    return native ? nativeDigest(native, this.#chunks, this.#secret) : webDigest(this.#chunks, this.#secret);
  }
}

let known: NativeCrypto | false | undefined;

/**
 * Node's hashes, which Deno and Bun have too; for short texts they are much faster than web crypto. Asked for at run time
 * so that no bundler looks for them.
 */
function nativeCrypto(): NativeCrypto | false {
  if (known === undefined) {
    const host: Host | undefined = Reflect.get(globalThis, 'process');
    known = host?.getBuiltinModule?.('node:crypto') ?? false;
  }
  return known;
}

function nativeDigest(
  native: NativeCrypto,
  chunks: readonly SourceData[],
  secret: SourceData | undefined,
): Uint8Array {
  const [first] = chunks;
  if (native.hash && first !== undefined && chunks.length === 1 && secret === undefined) {
    return native.hash('sha256', first, 'buffer');
  }
  const hash = secret === undefined ? native.createHash('sha256') : native.createHmac('sha256', secret);
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest();
}

async function webDigest(chunks: readonly SourceData[], secret: SourceData | undefined): Promise<Uint8Array> {
  const { subtle } = crypto;
  const data = await bytesOf(chunks);
  if (secret === undefined) return new Uint8Array(await subtle.digest('SHA-256', data));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', await bytesOf([secret]), algorithm, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, data));
}

/** The chunks as one; web crypto takes no text and, by its types, no memory that threads share. */
async function bytesOf(chunks: readonly SourceData[]): Promise<BufferSource> {
  const [first = '', ...more] = chunks;
  if (more.length > 0) return new Blob(chunks as BlobPart[]).arrayBuffer();
  return typeof first === 'string' ? new TextEncoder().encode(first) : (first as BufferSource);
}
