import { describe, expect, it } from 'vitest';
import { link, page, show } from './read.js';

const typeOf = (words: string): string => {
  const { service } = link([
    page(
      `# Teas\n\n## Add\n\n\`POST /teas\`\n\n| Name | Type |\n| - | - |\n| leaf | ${words} |\n`,
      'teas.md',
    ),
  ]);
  const type = service.operations[0]?.input[0]?.type;
  return type ? show(type) : '';
};

describe('words of a type column', () => {
  it.each([
    ['`array` of `object`s', 'list<map<string,document>>'],
    ['string; comma-delimited array of ids', 'string'],
    ['pipe-delimited list of integers', 'list<integer>'],
    ['Integer\\\\', 'integer'],
    ['String<br>3.0.0 - added', 'string'],
  ])('%s', (words, expected) => {
    expect(typeOf(words)).toBe(expected);
  });
});
