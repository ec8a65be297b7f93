/** What can be hashed; text as UTF-8. */
export type HashInput = string | Uint8Array;

interface NativeHash {
  update(data: HashInput): NativeHash;
  digest(): Uint8Array;
  digest(encoding: 'hex'): string;
}

interface NativeCrypto {
  createHash(algorithm: string): NativeHash;
  createHmac(algorithm: string, key: HashInput): NativeHash;
  /** Hashes at once, and twice as fast; since Node 20.12. */
  hash?(algorithm: string, data: HashInput, encoding: 'hex'): string;
}

interface Host {
  getBuiltinModule?(id: 'node:crypto'): NativeCrypto | undefined;
}

const algorithm = 'sha256';

let known: NativeCrypto | false | undefined;

/**
 * Node's hashes, which Deno and Bun have too; for short texts they are much faster than web crypto. Asked for at run time
 * so that no bundler looks for them.
 */
function nativeCrypto(): NativeCrypto | false {
  const host: Host | undefined = Reflect.get(globalThis, 'process');
  return (known ??= host?.getBuiltinModule?.('node:crypto') ?? false);
}

/** SHA-256 in hexadecimal: by the host where it can, else by web crypto. */
export async function sha256(data: HashInput): Promise<string> {
  const native = nativeCrypto();
  if (!native) return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(data))));
  return native.hash?.(algorithm, data, 'hex') ?? native.createHash(algorithm).update(data).digest('hex');
}

/** Makes codes with one secret. */
export type Hmac = (text: string) => Promise<Uint8Array>;

/** HMAC with SHA-256. */
export function hmac(secret: HashInput): Hmac {
  const native = nativeCrypto();
  if (native) return async (text) => native.createHmac(algorithm, secret).update(text).digest();
  const { subtle } = crypto;
  const key = subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) => new Uint8Array(await subtle.sign('HMAC', await key, bytesOf(text)));
}

const digits = '0123456789abcdef';

/** Bytes in hexadecimal; digit by digit is twice as fast as number by number. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += digits.charAt(byte >> 4) + digits.charAt(byte & 15);
  return hex;
}

/** Web crypto takes no text and, by its types, no memory that threads share. */
function bytesOf(data: HashInput): BufferSource {
  return typeof data === 'string' ? new TextEncoder().encode(data) : (data as BufferSource);
}
