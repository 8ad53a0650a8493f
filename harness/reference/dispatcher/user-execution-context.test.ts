import { expect, it } from 'vitest';
import { createUserExecutionContext } from './user-execution-context.ts';

const ids = { userId: 'ada', threadId: 'thread-1', runId: 'run-1', requestId: 'request-1' };

it('freezes, and takes what it made before as it is', () => {
  const context = createUserExecutionContext(ids);
  expect(context).toEqual(ids);
  expect(Object.isFrozen(context)).toBe(true);
  expect(createUserExecutionContext(context)).toBe(context);
});

it.each(['', 'default', 'None', 'ANONYMOUS', 'registry_7', 'temp_1', 'test_user', 'x'.repeat(129)])(
  'refuses "%s" as an id',
  (userId) => {
    expect(() => createUserExecutionContext({ ...ids, userId })).toThrow(
      expect.objectContaining({ code: 'CONTEXT_INVALID' }),
    );
  },
);

it.each(['latest', 'defaulting', 'x'.repeat(128), 'zoë'])('accepts "%s"', (userId) => {
  expect(createUserExecutionContext({ ...ids, userId }).userId).toBe(userId);
});

it('refuses further keys and missing ones', () => {
  const invalid = expect.objectContaining({ code: 'CONTEXT_INVALID' });
  const { requestId: _left, ...incomplete } = ids;
  expect(() => createUserExecutionContext({ ...ids, extra: 'x' } as typeof ids)).toThrow(invalid);
  expect(() => createUserExecutionContext(incomplete as typeof ids)).toThrow(invalid);
});
