import { expect, test } from 'vitest';

const nextDispatcher: string = '../dispatch/next/tool-dispatcher.ts';

async function importNext(): Promise<{ users: number } | undefined> {
  try {
    return (await import(nextDispatcher)) as { users: number };
  } catch {
    return undefined;
  }
}

test('users never see each other', async (context) => {
  const next = await importNext();
  if (next === undefined) context.skip();
  expect(next?.users).toBe(1);
});
