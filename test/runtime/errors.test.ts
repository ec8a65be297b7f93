import { describe, expect, it } from 'vitest';
import { documentedError, ServiceError } from '../../src/runtime/errors.js';

const ConflictException = documentedError<'ConflictException', { readonly reason: string }>(
  'ConflictException',
  409,
);
const NotFoundException = documentedError('NotFoundException', 404);

describe('documentedError', () => {
  it('makes errors with name, status, message and members', () => {
    const error = new ConflictException('Taken.', { reason: 'name' });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'ConflictException', status: 409, message: 'Taken.' });
    expect(error.members.reason).toBe('name');
    expect(ConflictException.errorName).toBe('ConflictException');
    expect(ConflictException.status).toBe(409);
  });

  it('can be left without words', () => {
    const error = new NotFoundException();
    expect(error.message).toBe('NotFoundException');
    expect(error.members).toEqual({});
  });

  it('knows errors of its name, whoever made them', () => {
    const received: unknown = new ServiceError('ConflictException', '', {
      status: 409,
      members: { reason: 'x' },
    });
    expect(received).toBeInstanceOf(ConflictException);
    expect(received).not.toBeInstanceOf(NotFoundException);
    if (!(received instanceof ConflictException)) throw received;
    // Compiles only where the members are known.
    expect(received.members.reason?.toUpperCase()).toBe('X');
    const name: 'ConflictException' = received.name;
    expect(name).toBe('ConflictException');
  });

  it('knows no other values', () => {
    for (const value of [null, undefined, {}, { name: 'ConflictException' }, new Error('x')]) {
      expect(value).not.toBeInstanceOf(ConflictException);
    }
  });
});
