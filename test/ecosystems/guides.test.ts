import { expect, it } from 'vitest';
import { guidesAmong, loadDialects } from '../../src/ecosystems/read-pages.js';

const pages = [
  { path: 'welcome.md', text: '# Welcome\n\nRequests go to an endpoint, with a bearer token.\n' },
  { path: 'pets.md', text: '# Pets\n\n`GET /pets`\n' },
  { path: 'note.md', text: '# A note\n\nNothing of interest.\n' },
  {
    path: 'API_Feed.md',
    text: '# Feed\n\n## Request Syntax\n\n```\nPOST /feed HTTP/1.1\n```\n\n## Response Elements\n',
  },
];
const [welcome, , , feed] = pages;

it('gives a page for its guide those of its own format, and those that nobody knows', async () => {
  const guideOf = guidesAmong(pages, await loadDialects(pages));
  expect([...guideOf(welcome!).keys()]).toEqual(['welcome.md', 'pets.md', 'note.md']);
  expect([...guideOf(feed!).keys()]).toEqual(['note.md', 'API_Feed.md']);
  expect(guideOf(welcome!)).toBe(guideOf(pages[1]!));
});
