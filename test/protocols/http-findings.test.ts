import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import { checkCollisions } from '../../src/link/checks/collisions.js';
import type { Operation, Shape } from '../../src/model/model.js';
import {
  call,
  fact,
  list,
  member,
  ref,
  response,
  scalar,
  service,
  string,
  structure,
} from '../emitters/support/build.js';

function findings(operations: readonly Operation[], shapes: readonly Shape[] = []) {
  const { report, diagnostics } = collector();
  const stated = service({ ecosystem: 'http', operations, shapes, traits: {} });
  const bound = bindService(stated, report);
  checkCollisions(stated, report);
  const relevant = diagnostics.filter(({ code }) => !code.endsWith('-unknown'));
  return { bound, messages: relevant.map(({ code, message }) => `${code}: ${message}`) };
}

describe('what plain HTTP cannot carry', () => {
  it('is a body of GET, which is bound as it is', () => {
    const { bound, messages } = findings([
      call('Find', 'GET', '/find', { input: [member('filter', string())] }),
    ]);
    expect(messages).toEqual([
      'request-body-unusual: Find is a GET with a body of "filter": most platforms send none.',
    ]);
    expect(bound?.bindings[0]?.request.media).toBe('application/json');
  });

  it.each([
    ['HEAD', 200, 'as no response to HEAD has one'],
    ['DELETE', 204, 'as none of status 204 has one'],
  ])('is the body of an answer to %s of status %i, which is left out', (method, status, reason) => {
    const left = member('left', scalar('integer'), { location: 'header', wireName: 'X-Left' });
    const responses = [response(status, [member('name', string()), left])];
    const { bound, messages } = findings([call('Ask', method, '/ask', { responses })]);
    expect(messages).toEqual([
      `response-body-left-out: The response of Ask has no body, ${reason}: "name" of it are left out.`,
    ]);
    const message = bound?.bindings[0]?.responses.get(status);
    expect(message).toEqual({ parts: [expect.objectContaining({ member: left })] });
  });

  it('are files in JSON, however deep', () => {
    const photo = structure('Photo', [member('content', scalar('file'))]);
    const album = call('GetAlbum', 'GET', '/album', { output: [member('photos', list(ref('Photo')))] });
    const upload = call('Upload', 'POST', '/album', {
      input: [member('file', scalar('file'))],
      mediaTypes: fact(['application/json']),
    });
    const again = call('GetOther', 'GET', '/other', { output: [member('photos', list(ref('Photo')))] });
    expect(findings([album, again, upload], [photo]).messages).toEqual([
      'file-in-json: "content" of GetAlbum is a file, but its body is JSON, which cannot carry one.',
      'file-in-json: "file" of Upload is a file, but its body is JSON, which cannot carry one.',
    ]);
  });

  it('are no files that a form of parts carries, nor one that is the whole body', () => {
    const forms = call('Upload', 'POST', '/album', {
      input: [member('file', scalar('file'))],
      mediaTypes: fact(['application/json', 'multipart/form-data']),
      responses: [response(200, [member('copy', scalar('file'), { location: 'payload' })])],
    });
    expect(findings([forms]).messages).toEqual([]);
  });

  it('are two operations of one method and path', () => {
    const label = (name: string) => member(name, string(), { location: 'label', required: true });
    const operations = [
      call('GetUser', 'GET', '/users/{id}', { input: [label('id')] }),
      call('GetUserByName', 'GET', '/users/{name}', { input: [label('name')] }),
      call('GetFile', 'GET', '/users/{path+}', { input: [label('path')] }),
      call('GetActive', 'GET', '/users/{id}?active', { input: [label('id')] }),
      call('PutUser', 'PUT', '/users/{id}', { input: [label('id')] }),
    ];
    expect(findings(operations).messages).toEqual([
      'operations-collide: GetUserByName has the request of GetUser, GET /users/{name}: a server cannot tell them apart and calls GetUser.',
    ]);
  });
});
