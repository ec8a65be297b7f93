/** A text among others, one behind the other. */
export interface KeptText {
  /** SHA-256 of it. */
  readonly hash: string;
  readonly bytes: number;
}

/** The texts as they are there, whole or not. */
export function slicesOf(bytes: Buffer, texts: readonly KeptText[]): readonly Buffer[] {
  let at = 0;
  return texts.map(({ bytes: length }) => bytes.subarray(at, (at += length)));
}
