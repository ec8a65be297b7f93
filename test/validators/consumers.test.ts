import { sValidator } from '@hono/standard-validator';
import { initTRPC, TRPCError } from '@trpc/server';
import { Hono } from 'hono';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { CreateUserInput } from '../../generated/finspace-data/types.js';
import { CreateUserInputSchema } from '../../generated/finspace-data/validators.js';
import type { StandardSchemaV1 } from '../../src/runtime/schema/standard-schema.js';

const valid: CreateUserInput = { emailAddress: 'ann@example.com', type: 'APP_USER' };
const invalid = { emailAddress: 'a@b', type: 'APP_USER' };
const tooShort =
  "Value with length 3 at '/emailAddress' failed to satisfy constraint: Member must have length between 4 and 320, inclusive";

test('the schema carries the type', () => {
  type Inferred = StandardSchemaV1.InferOutput<typeof CreateUserInputSchema>;
  expectTypeOf<Inferred>().toEqualTypeOf<CreateUserInput>();
});

describe('tRPC', () => {
  const t = initTRPC.create();
  const router = t.router({
    createUser: t.procedure.input(CreateUserInputSchema).mutation(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<CreateUserInput>();
      return input.emailAddress;
    }),
  });
  const caller = t.createCallerFactory(router)({});

  test('hands a valid input on', async () => {
    expect(await caller.createUser(valid)).toBe('ann@example.com');
  });

  test('rejects an invalid one with our issues', async () => {
    const error = await caller
      .createUser({ ...valid, ...invalid, type: 'APP_USER' })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TRPCError);
    expect(error).toMatchObject({ code: 'BAD_REQUEST', cause: { issues: [{ message: tooShort }, {}] } });
  });
});

describe("Hono's validator", () => {
  const app = new Hono().post('/users', sValidator('json', CreateUserInputSchema), (context) => {
    const input = context.req.valid('json');
    expectTypeOf(input).toEqualTypeOf<CreateUserInput>();
    return context.json({ emailAddress: input.emailAddress });
  });
  const post = (body: unknown): Promise<Response> =>
    Promise.resolve(
      app.request('/users', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );

  test('hands a valid input on', async () => {
    const response = await post(valid);
    expect([response.status, await response.json()]).toStrictEqual([
      200,
      { emailAddress: 'ann@example.com' },
    ]);
  });

  test('answers an invalid one with our issues', async () => {
    const response = await post(invalid);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: readonly unknown[] };
    expect(error[0]).toStrictEqual({
      message: tooShort,
      constraint: 'length',
      path: ['emailAddress'],
      min: 4,
      max: 320,
      measure: 3,
    });
  });
});
