import { describe, expect, it } from 'vitest';
import { createPatternMemory } from '../../src/patterns/backtracking.js';
import { parseExpression } from '../../src/patterns/expression.js';

const slow = parseExpression('^(a+)+$', 'u');
const fine = parseExpression('^[a-z]+$', 'u');

describe('the memory of a run', () => {
  it('gives its answers as JSON, also where nothing was found, to the next run', async () => {
    const first = createPatternMemory();
    expect((await first.findBacktracking(slow))?.growth).toBe('exponential');
    expect(await first.findBacktracking(fine)).toBeUndefined();
    const answers = first.newAnswers();
    expect(answers?.['/^[a-z]+$/u']).toBeNull();
    const second = createPatternMemory(JSON.parse(JSON.stringify(answers)));
    expect((await second.findBacktracking(slow))?.growth).toBe('exponential');
    expect(await second.findBacktracking(fine)).toBeUndefined();
    expect(second.newAnswers()).toBeUndefined();
  });

  it('does not analyse again what an earlier run has found', async () => {
    const found = { growth: 'polynomial', part: 'an earlier answer' } as const;
    const memory = createPatternMemory({ '/^(a+)+$/u': found });
    expect(await memory.findBacktracking(slow)).toEqual(found);
  });

  it('leaves out what nobody asks for any more', async () => {
    const memory = createPatternMemory({ '/b+/u': null });
    await memory.findBacktracking(fine);
    expect(memory.newAnswers()).toEqual({ '/^[a-z]+$/u': null });
  });

  it('is its own: another run in the same process knows nothing of it', async () => {
    const [one, other] = [createPatternMemory(), createPatternMemory()];
    await one.findBacktracking(slow);
    expect(one.newAnswers()).toBeDefined();
    expect(other.newAnswers()).toBeUndefined();
  });
});
