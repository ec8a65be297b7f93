import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import {
  fact,
  list,
  member,
  nullable,
  oneOf,
  operation,
  response,
  service,
  string,
  styled,
} from '../emitters/support/build.js';
import { httpSample, lists, operations, pageShapes, shapes } from '../protocols/http-sample.js';

function found(parts: Parameters<typeof service>[0]): readonly string[] {
  const { report, diagnostics } = collector();
  bindService(service({ protocol: fact('restJson1'), ...parts }), report);
  return diagnostics.filter(({ code }) => code === 'feature-unsupported').map(({ message }) => message);
}

describe('what a protocol cannot carry', () => {
  it('is told once for each kind, with the operation', () => {
    const one = operation('GetBook', {
      http: { method: fact('GET'), uri: fact('/books') },
      mediaTypes: fact(['multipart/form-data']),
      input: [
        member('session', string(), { location: 'cookie' }),
        styled('comma', member('tags', list(string()), { location: 'query' })),
        member('gone', nullable(string())),
        member('also', nullable(string())),
        member('either', oneOf(undefined, string(), list(string()))),
      ],
      responses: [response(200, []), response(204, [])],
    });
    expect(found({ operations: [one] }).map((message) => /`(\w+)`/.exec(message)?.[1])).toEqual([
      'multipart',
      'cookies',
      'collectionStyles',
      'nullable',
      'oneOf',
      'severalResponses',
    ]);
  });

  it('is nothing where the protocol has it', () => {
    const sample = httpSample({
      operations: [...operations, ...lists],
      shapes: [...shapes, ...pageShapes],
    }).service;
    expect(found({ ...sample, protocol: fact('http') })).toEqual([]);
  });
});
