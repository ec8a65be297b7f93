import { describe, expect, it } from 'vitest';
import { emitters } from '../../src/emitters/registry.js';
import { bind } from './support/build.js';
import { allEmitters, options } from './support/emit.js';
import { library } from './support/sample.js';

const settings = { ...options, emitters: allEmitters };

describe.each(emitters.map((emitter) => [emitter.id, emitter] as const))('%s', (id, emitter) => {
  const emit = () => emitter.emit(bind(library), settings);

  it('has an id of its own and one line for people', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(emitters.filter((other) => other.id === id)).toEqual([emitter]);
    expect(emitter.summary).toMatch(/^\S[^\n]*[^.\n]$/u);
  });

  it('gives files inside the folder, each with something in it', () => {
    const files = emit();
    expect(files.length).toBeGreaterThan(0);
    for (const { path, content } of files) {
      expect(path).toMatch(/^(?:[\w-]+\/)*[\w-]+\.[a-z]+$/u);
      expect(content).toMatch(/\S\n+$/u);
      expect(content).not.toContain('\r');
    }
  });

  it('gives the same files again, and no file that another gives', () => {
    expect(emit()).toEqual(emit());
    const paths = emit().map(({ path }) => path);
    const others = emitters
      .filter((other) => other !== emitter)
      .flatMap((other) => other.emit(bind(library), settings));
    expect(others.map(({ path }) => path).filter((path) => paths.includes(path))).toEqual([]);
  });
});
