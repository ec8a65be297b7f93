/*
 * Whether a text is written as its format asks. They refuse what is surely wrong and leave the rest to the service: a day
 * that a month does not have, a mailbox that does not exist. None of the expressions goes back over a text.
 */

const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** `2024-02-29`. */
export const isDateText = (text: string): boolean => date.test(text);

const time = /^(?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?$/;

/** As RFC 3339 has it; seconds and offset may be absent. */
export const isDateTimeText = (text: string): boolean =>
  date.test(text.slice(0, 10)) && /^[Tt ]$/.test(text.charAt(10)) && time.test(text.slice(11));

/** Of any version. */
export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

/** Something before an `@` and something behind it, without spaces. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && at < text.length - 1 && !/\s/.test(text);
}

/** An absolute one: a scheme, and no spaces. */
export const isUri = (text: string): boolean => /^[a-z][a-z\d+.-]*:\S+$/i.test(text);

/** Base64 in either alphabet, with its padding or without. */
export const isBase64 = (text: string): boolean => /^[\w+/-]*={0,2}$/.test(text);
