import { expect, it } from 'vitest';
import { withSection } from '../../src/changes/changelog.js';
import { nextVersion } from '../../src/changes/verdict.js';

it.each([
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'patch', '1.2.4'],
  ['1.2.3', 'none', '1.2.3'],
  // Below 1.0.0 the second number is for what breaks.
  ['0.2.3', 'major', '0.3.0'],
  ['0.2.3', 'minor', '0.2.4'],
  ['0.2.3', 'patch', '0.2.4'],
  ['1.2.3-beta.1', 'minor', undefined],
  ['latest', 'minor', undefined],
] as const)('%s and a %s change make %s', (current, verdict, next) => {
  expect(nextVersion(current, verdict)).toBe(next);
});

it('puts a section on top of a changelog, once', () => {
  const first = withSection(undefined, '## 1.0.0\n\none');
  expect(first).toBe('# Changelog\n\n## 1.0.0\n\none\n');
  const second = withSection(first, '## 1.1.0\n\ntwo');
  expect(second).toBe('# Changelog\n\n## 1.1.0\n\ntwo\n\n## 1.0.0\n\none\n');
  expect(withSection(second, '## 1.1.0\n\ntwo')).toBe(second);
  expect(withSection('# Mine\r\n\r\nBy hand.\r\n', '## 1.0.0\n\none')).toBe(
    '# Mine\n\nBy hand.\n\n## 1.0.0\n\none\n',
  );
});
