/** The media type of a `content-type`, without parameters and in lower case; empty where there is none. */
export const mediaTypeOf = (contentType: string | null | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** What a body of some media type is read and written as. */
export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'bytes';

/** JSON is also what ends in `+json` (RFC 6839). */
export function mediaKindOf(mediaType: string): MediaKind {
  if (/^(?:application|text)\/(?:[\w.!#$&^-]+\+)?json$/.test(mediaType)) return 'json';
  if (mediaType === 'application/x-www-form-urlencoded') return 'form';
  if (mediaType.startsWith('multipart/')) return 'multipart';
  return mediaType.startsWith('text/') ? 'text' : 'bytes';
}
