import { describe, expect, it } from 'vitest';
import { link, page } from './read.js';

const linked = (type: string): readonly string[] => {
  const text = `# Teas\n\n## Add\n\n\`POST /teas\`\n\n| Field | Type |\n| - | - |\n| leaf | ${type} |\n\n## Leaf\n\nA leaf.\n`;
  const { codes } = link([
    page(text, 'guide/teas.md'),
    page('# Cups\n\nEvery cup has an API key.\n', 'guide/cups.md'),
  ]);
  return codes.filter((code) => code === 'link-broken');
};

describe('a type that links', () => {
  it.each([
    '[leaf](#leaf)',
    '[cup](cups.md)',
    '[date](https://dates.example)',
    '[date](mailto:a@dates.example)',
  ])('to a place there is says nothing: %s', (type) => expect(linked(type)).toEqual([]));

  it.each(['[leaf](#leaves)', '[cup](cup.md)', '[cup](cups.md#handles)'])('to nowhere is told: %s', (type) =>
    expect(linked(type)).toEqual(['link-broken']),
  );
});
