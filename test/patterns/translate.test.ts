import { describe, expect, test } from 'vitest';
import { isTranslated, translatePattern } from '../../src/patterns/translate.js';

/** A documented pattern, the translation expected, texts it finds something in, texts it does not. */
interface Case {
  readonly pattern: string;
  readonly source?: string;
  readonly flags?: string;
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const cases: readonly Case[] = [
  { pattern: '^[a-z]+$', source: '^[a-z]+$', matches: ['abc'], rejects: ['aBc', ''] },
  { pattern: '[a-z]+', source: '[a-z]+', matches: ['ABCd'], rejects: ['ABC'] },
  { pattern: '^\\p{L}+$', source: '^\\p{L}+$', matches: ['é', '𝒳'], rejects: ['1'] },
  { pattern: '^.$', matches: ['𝒳'], rejects: ['ab'] },
  // Escapes that the flag u forbids.
  { pattern: '^[a-zA-Z0-9\\ \\_\\.]+$', source: '^[a-zA-Z0-9 _\\.]+$', matches: ['a _.'], rejects: ['\\'] },
  { pattern: '^a\\-b\\_c\\@$', source: '^a-b_c@$', matches: ['a-b_c@'], rejects: ['ab_c@'] },
  { pattern: '^[^\\\\\\_]*$', matches: ['ab'], rejects: ['a\\', 'a_'] },
  { pattern: '^[\\w- ]*$', source: '^[\\w\\- ]*$', matches: ['a-b c'], rejects: ['a.b'] },
  { pattern: '^[\\s-_()]+$', matches: [' -_()'], rejects: ['a', '+'] },
  { pattern: '^[a-\\d]+$', matches: ['a-1'], rejects: ['b'] },
  { pattern: '^{x}$', source: '^\\{x\\}$', matches: ['{x}'], rejects: ['x'] },
  { pattern: '^a{,3}$', source: '^a{0,3}$', matches: ['', 'aaa'], rejects: ['aaaa'] },
  { pattern: '^(/|(/(?!\\.)+[a-z]+){1,4})$', matches: ['/', '/a/b'], rejects: ['/.a'] },
  { pattern: '^(?!x)*x$', matches: ['x'], rejects: ['y'] },
  { pattern: '([a-c]*)${1,128}', source: '([a-c]*)$', matches: ['abc', 'x'], rejects: [] },
  { pattern: '^(?:a{2}){3}$', matches: ['aaaaaa'], rejects: ['aaaaa'] },
  { pattern: '^a{2}{3}\\_$', matches: ['aaaaaa_'], rejects: ['aaaaa_'] },
  // POSIX and Java classes.
  { pattern: '^\\p{Alpha}+$', source: '^[A-Za-z]+$', matches: ['aZ'], rejects: ['é', '1'] },
  { pattern: '^[\\p{Alnum}\\-]+$', source: '^[0-9A-Za-z\\-]+$', matches: ['a-1'], rejects: ['é', '_'] },
  { pattern: '^[[:alpha:]_]+$', source: '^[A-Za-z_]+$', matches: ['a_'], rejects: ['1', ':'] },
  { pattern: '^[[:^digit:]]+$', matches: ['aé𝒳'], rejects: ['1'] },
  { pattern: '^[\\p{Graph}]+', matches: ['!~'], rejects: [' '] },
  { pattern: '^[\\p{Print}\\p{Blank}]+$', matches: ['a \t'], rejects: ['\n', 'é'] },
  { pattern: '^\\p{Punct}$', matches: ['!', '`', '{', ']'], rejects: ['a', ' '] },
  { pattern: '^[\\p{XDigit}{2}:?]*$', matches: ['aF0:{2}?'], rejects: ['g'] },
  { pattern: '^\\P{Alpha}$', matches: ['é', '1'], rejects: ['a'] },
  { pattern: '^\\p{IsAlphabetic}+$', source: '^\\p{Alphabetic}+$', matches: ['é'], rejects: ['1'] },
  { pattern: '^\\p{IsLatin}+$', matches: ['aé'], rejects: ['я'] },
  { pattern: '^\\p{IsLu}$', source: '^\\p{Lu}$', matches: ['É'], rejects: ['é'] },
  { pattern: '^\\pL\\PL$', source: '^\\p{L}\\P{L}$', matches: ['é1'], rejects: ['11'] },
  { pattern: '^\\p{javaLowerCase}$', matches: ['é'], rejects: ['É'] },
  { pattern: '^\\p{script=greek}$', matches: ['α'], rejects: ['a'] },
  { pattern: '^[a-z&&[^aeiou]]+$', matches: ['xyz'], rejects: ['xaz', 'X'] },
  { pattern: '^[^a-z&&[^aeiou]]$', matches: ['a', 'X'], rejects: ['x'] },
  { pattern: '^[]a]+\\_$', matches: [']a_'], rejects: ['b_'] },
  // Inline flags.
  { pattern: '(?i)^abc$', source: '^abc$', flags: 'iu', matches: ['ABC'], rejects: ['abd'] },
  { pattern: '^(?i)abc$', flags: 'iu', matches: ['aBc'], rejects: ['abd'] },
  { pattern: '(?s).*', flags: 'su', matches: ['\n'], rejects: [] },
  { pattern: '(?s)^a.b$', matches: ['a\nb'], rejects: ['ab'] },
  { pattern: '(?m)^b$', flags: 'mu', matches: ['a\nb'], rejects: ['ab'] },
  {
    pattern: '^a(?i:b[c-e])f$',
    source: '^a(?:[bB][c-eC-E])f$',
    matches: ['aBDf'],
    rejects: ['Abcf', 'abcF'],
  },
  { pattern: '^a(?i)b$', matches: ['aB'], rejects: ['Ab'] },
  { pattern: '^(?s:.)(?:.)$', matches: ['\na'], rejects: ['a\n'] },
  { pattern: '(?x) ^ a  # first\n b [ ] $', matches: ['ab '], rejects: ['a b '] },
  { pattern: 'a(?#comment)b', source: 'ab', matches: ['ab'], rejects: ['a'] },
  // Groups and quantifiers that give nothing back.
  { pattern: '^(?>a+)b$', matches: ['aab'], rejects: ['b'] },
  { pattern: '^(?>a*)a$', matches: [], rejects: ['aaa'] },
  { pattern: '^a*+a$', matches: [], rejects: ['aaa'] },
  { pattern: '^[a-z]++-(x)\\1$', matches: ['abc-xx'], rejects: ['abc-x'] },
  { pattern: '^(a)(b)++\\1\\2$', matches: ['abbab'], rejects: ['abbaa'] },
  { pattern: '^(?P<n>a)(?P=n)+$', matches: ['aa'], rejects: ['a'] },
  { pattern: "^(?<n>a)\\k'n'$", matches: ['aa'], rejects: ['a'] },
  // Anchors and escapes of other dialects.
  { pattern: '\\A[a-z]\\z', source: '^[a-z]$', matches: ['a'], rejects: ['a\n', 'ab'] },
  { pattern: '\\Aa\\Z', matches: ['a', 'a\n'], rejects: ['a\n\n'] },
  { pattern: '^\\h+$', matches: [' \t\u00a0'], rejects: ['\n'] },
  { pattern: '^\\H$', matches: ['a', '\n'], rejects: ['\t'] },
  { pattern: '^\\R$', matches: ['\r\n', '\u2028'], rejects: ['\n\n'] },
  { pattern: '^\\Qa.b\\E+$', source: '^a\\.b+$', matches: ['a.bb'], rejects: ['axb'] },
  { pattern: '^\\x{1F600}\\e\\a$', matches: ['\u{1f600}\u001b\u0007'], rejects: ['x'] },
  { pattern: '^\\0101$', matches: ['A'], rejects: ['\0' + '101'] },
];

describe('translatePattern', () => {
  test.each(cases)('$pattern', ({ pattern, source, flags, matches, rejects }) => {
    const result = translatePattern(pattern);
    if (!isTranslated(result)) throw new Error(result.problem);
    if (source !== undefined) expect(result.source).toBe(source);
    if (flags !== undefined) expect(result.flags).toBe(flags);
    const expression = new RegExp(result.source, result.flags);
    for (const text of matches) expect(expression.test(text), JSON.stringify(text)).toBe(true);
    for (const text of rejects) expect(expression.test(text), JSON.stringify(text)).toBe(false);
  });

  test.each([
    ['(a', 'a group without its closing bracket'],
    ['a)', 'a closing bracket without its group'],
    ['[a', 'a class without its closing bracket'],
    ['a\\', 'it ends in a back-slash'],
    ['*a', 'nothing for * to repeat'],
    ['\\p{InGreek}', 'JavaScript has no Unicode blocks (InGreek)'],
    ['\\p{Nonsense}', 'Unicode has no property Nonsense'],
    ['(?(1)a|b)', '(?(1 has no equal'],
    ['(?R)', 'the inline flag R has no equal'],
    ['\\Gx', '\\G has no equal'],
    ['a\\2_\\_', 'there is no group 2'],
  ])('%s has no translation', (pattern, problem) => {
    expect(translatePattern(pattern)).toStrictEqual({ problem: expect.stringContaining(problem) });
  });

  test.each([
    ['loops in loops', '('.repeat(40) + 'a' + ')*'.repeat(40), 'too deep'],
    ['groups beyond what the parser can hold', '('.repeat(50_000) + ')'.repeat(50_000), 'too deep'],
    ['possessive groups in each other', '(?>'.repeat(50) + 'a' + ')'.repeat(50), 'too deep'],
    ['loops side by side', 'a*'.repeat(100), 'more than 64 repetitions'],
    ['loops of another dialect side by side', '\\h*'.repeat(100), 'more than 64 repetitions'],
  ])('%s have no translation, as analysing them would take too long', (_, pattern, problem) => {
    expect(translatePattern(pattern)).toStrictEqual({ problem: expect.stringContaining(problem) });
  });

  test('a long list of alternatives is none too many', () => {
    const words = Array.from({ length: 2000 }, (_, at) => `word${String(at)}`);
    expect(isTranslated(translatePattern(`^(?:${words.join('|')})$`))).toBe(true);
  });
});
