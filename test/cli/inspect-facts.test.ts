import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/commands/inspect.js';
import { reportPages } from '../../src/commands/report.js';

const bed =
  '# Bed\n\n## Contents\n\n**depth**\n\nHow deep.\n\nType: Integer\n\nValid Range: Small.\n\nRequired: Yes\n\n**soil**\n\nType: String\n\nLength Constraints: Maximum length of 9.\n';

describe('inspecting one page', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docwright-facts-'));
    writeFileSync(join(folder, 'bed.md'), bed);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = async (minCoverage?: number) => {
    const { text = '', diagnostics } = await inspect({
      folder,
      pages: ['bed.md'],
      format: 'table',
      shape: 'Bed',
      minCoverage,
    });
    return { text, codes: diagnostics.map(({ code }) => code) };
  };

  it('shows each fact beside its file and line', async () => {
    const { text } = await run();
    const facts = text.split('\n').map((line) => line.trim().split(/ {2,}/u));
    expect(facts).toContainEqual(['Bed.depth.required', 'true', 'bed.md:13']);
    expect(facts).toContainEqual(['Bed.depth.type', 'integer', 'bed.md:9']);
    expect(facts).toContainEqual(['Bed.soil.length.max', '9', 'bed.md:19']);
  });

  it('shows how many lines were understood, and fails below a threshold', async () => {
    const { text, codes } = await run(0.9);
    expect(text).toContain('Coverage  87.5% (7 of 8 lines understood)');
    expect(codes).toContain('coverage-low');
    expect((await run(0.8)).codes).not.toContain('coverage-low');
  });

  it('makes a report for the authors of the page', async () => {
    const { text } = await reportPages({ folder, pages: ['bed.md'] });
    expect(text).toContain('### Line 11: "Valid Range: Small." was not understood');
    expect(text).toContain('```\nValid Range: Small.\n```');
    expect(text).toContain('Suggested: State the bounds as elsewhere');
  });
});
