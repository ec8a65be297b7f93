/** What a photo looks like to a program. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** The size of a picture, by its own bytes: what a sender calls it may be wrong. Undefined where it is neither. */
export async function pictureOf(file: Blob): Promise<Picture | undefined> {
  const bytes = new DataView(await file.arrayBuffer());
  if (bytes.byteLength < 24) return undefined;
  if (bytes.getUint32(0) === 0x89504e47) return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  return bytes.getUint16(0) === 0xffd8 ? jpegOf(bytes) : undefined;
}

/** A JPEG is a row of segments, each with a marker and its length; the size is in the "start of frame". */
function jpegOf(bytes: DataView): Picture | undefined {
  for (let at = 2; at + 9 <= bytes.byteLength; at += 2 + bytes.getUint16(at + 2)) {
    const marker = bytes.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) };
  }
  return undefined;
}
