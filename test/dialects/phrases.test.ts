import { describe, expect, it } from 'vitest';
import { parseBounds, parseValues } from '../../src/ecosystems/aws/dialects/reference/constraint-phrase.js';
import { codeText } from '../../src/ecosystems/aws/dialects/reference/labels.js';
import { parseTypePhrase } from '../../src/ecosystems/aws/dialects/reference/type-phrase.js';
import { show } from './read.js';

const nowhere = { file: 'page.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
const type = (phrase: string) => {
  const parsed = parseTypePhrase(phrase, nowhere);
  return parsed && show(parsed);
};

describe('type phrases', () => {
  it.each([
    ['String', 'string'],
    ['string', 'string'],
    ['Base64-encoded binary data object', 'blob'],
    ['JSON value', 'document'],
    ['Tag object', 'Tag'],
    ['Array of strings', 'list<string>'],
    ['Array of Tag objects', 'list<Tag>'],
    ['Array of arrays of integers', 'list<list<integer>>'],
    ['Array of Base64-encoded binary data objects', 'list<blob>'],
    ['String to string map', 'map<string,string>'],
    ['String to Tag object map', 'map<string,Tag>'],
    ['String to array of strings map', 'map<string,list<string>>'],
    ['String to string to string map map', 'map<string,map<string,string>>'],
    ['String to array of Tag objects map', 'map<string,list<Tag>>'],
    ['Array of String to string maps', 'list<map<string,string>>'],
  ])('%s', (phrase, expected) => {
    expect(type(phrase)).toBe(expected);
  });

  it.each(['Something new', 'Array', 'String to map', 'A Tag object', ''])('leaves %j alone', (phrase) => {
    expect(type(phrase)).toBeUndefined();
  });
});

describe('bounds', () => {
  it.each([
    ['Minimum length of 1. Maximum length of 128.', { min: 1, max: 128 }],
    ['Maximum length of 256', { max: 256 }],
    ['Fixed length of 34.', { min: 34, max: 34 }],
    ['Minimum value of 1.0e-06. Maximum value of 0.5.', { min: 0.000001, max: 0.5 }],
    ['Minimum value of -1. Maximum value of 1,000,000.', { min: -1, max: 1_000_000 }],
    ['Minimum number of 0 items. Maximum number of 1 item.', { min: 0, max: 1 }],
    ['Fixed number of 1 item.', { min: 1, max: 1 }],
  ])('%s', (text, expected) => {
    expect(parseBounds(text)).toEqual(expected);
  });

  it.each(['Between 1 and 5.', 'Minimum length of 1. At most 5.', '', 'Minimum length of one.'])(
    'does not half understand %j',
    (text) => {
      expect(parseBounds(text)).toBeUndefined();
    },
  );
});

describe('values', () => {
  it('keeps an empty alternative, and drops what stands twice', () => {
    expect(parseValues('` | a | b | a`')).toEqual(['', 'a', 'b']);
  });

  it('takes values with or without ticks', () => {
    expect(parseValues('A | B')).toEqual(['A', 'B']);
    expect(parseValues('` `')).toBeUndefined();
  });
});

describe('the inside of a code span', () => {
  it.each([
    ['`a`', 'a'],
    ['`[^`|&]+`', '[^`|&]+'],
    ['`` a`b ``', 'a`b'],
    ['plain', 'plain'],
    ['`', '`'],
  ])('%s', (raw, expected) => {
    expect(codeText(raw)).toBe(expected);
  });
});
