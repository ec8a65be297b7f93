import { collector } from '../../diagnostics/report.js';
import { bindService } from '../../ecosystems/bind-service.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { EmitOptions, Emitter } from '../../emitters/emitter.js';
import { sampleService } from './sample-service.js';
import { check, checkSame, type DeclareTest } from './suite.js';

/** What an output is held to, and by which services. */
export interface EmitterSuite {
  readonly emitter: Emitter;
  readonly test: DeclareTest;
  /** Services to print; a small one with every kind of thing where absent. */
  readonly services?: readonly BoundService[];
}

const options: EmitOptions = {
  header: ['Generated for a test.'],
  packageName: '@example/sample',
  packageVersion: '1.0.0',
};

/**
 * What every output has to hold: it prints something, under paths within the package, the same each time, and nothing of
 * the service is changed by it.
 */
export function testEmitter({ emitter, test, services = [sampleBound()] }: EmitterSuite): void {
  for (const bound of services) {
    const { id } = bound.service;
    const emit = () => emitter.emit(bound, { ...options, emitters: [emitter.id, ...(emitter.needs ?? [])] });
    test(`${emitter.id} prints ${id}`, () => {
      const files = emit();
      check(files.length > 0, 'it gives no file');
      for (const { path, content } of files) {
        check(isInside(path), `the path "${path}" is not one within the package`);
        // Code may speak of `undefined`.
        const stray = path.endsWith('.ts') ? /\[object Object\]/u : /\bundefined\b|\[object Object\]/u;
        check(!stray.test(content), `${path} holds a value that was not printed`);
      }
    });
    test(`${emitter.id} prints ${id} the same twice, and leaves it as it is`, () => {
      const before = JSON.stringify(bound.service);
      checkSame(emit(), emit(), 'the second printing');
      check(JSON.stringify(bound.service) === before, 'it has changed the service');
    });
  }
}

/** Forward slashes, no way up, no folder of the machine. */
const isInside = (path: string): boolean =>
  /^[\w@.-]+(?:\/[\w@.-]+)*$/u.test(path) && !path.split('/').includes('..');

function sampleBound(): BoundService {
  const bound = bindService(sampleService, collector().report);
  if (!bound) throw new RangeError('No protocol speaks the sample service.');
  return bound;
}
