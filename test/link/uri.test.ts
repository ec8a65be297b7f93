import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { fact } from '../../src/model/fragments.js';
import { fixedQuery, labelPath, splitUri } from '../../src/link/uri.js';

const source = { file: 'page.md', line: 3, column: 6, endLine: 3, endColumn: 20 };

function label(path: string, ...members: string[]) {
  const { report, diagnostics } = collector();
  return {
    path: labelPath(path, members, fact(path, source), report, { bareLabels: true }),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('labels in a printed path', () => {
  it.each([
    ['/garden/gardenId/bed/bedId', ['gardenId', 'bedId'], '/garden/{gardenId}/bed/{bedId}'],
    ['/garden/{gardenId}', ['gardenId'], '/garden/{gardenId}'],
    ['/garden/{{gardenId}}', ['gardenId'], '/garden/{gardenId}'],
    ['/files/{path+}', ['path'], '/files/{path+}'],
    ['/files/path+', ['path'], '/files/{path+}'],
    ['/Garden/gardenid', ['GardenId'], '/Garden/{GardenId}'],
    ['/gardens/GardenId.json', ['GardenId'], '/gardens/{GardenId}.json'],
    ['/gardens/', [], '/gardens/'],
  ])('%s', (path, members, expected) => {
    expect(label(path, ...members)).toEqual({ path: expected, codes: [] });
  });

  it('does not take part of a word for a label', () => {
    expect(label('/gardenIds', 'gardenId')).toEqual({ path: '/gardenIds', codes: ['label-not-in-path'] });
  });
});

describe('a printed query', () => {
  it('keeps what no member stands for', () => {
    const { path, query } = splitUri('/a?List=ALL&max=Max&flag&next={{Next}}');
    expect(path).toBe('/a');
    expect(fixedQuery(query, new Set(['Max', 'Next']))).toBe('List=ALL&flag');
  });
});
