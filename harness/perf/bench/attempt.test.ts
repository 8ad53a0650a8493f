import { expect, it } from 'vitest';
import { HarnessError } from '../../contract/harness-error.ts';
import { attempt } from './attempt.ts';

const gone = (): Promise<never> =>
  Promise.reject(new HarnessError('TARGET_UNREACHABLE', 'nothing answers'));

it('tells a part that broke off as unknown, once there is something to keep', async () => {
  expect(await attempt('reconnect', gone, false)).toMatchObject([
    { id: 'bench.reconnect', verdict: 'unknown', reason: 'TARGET_UNREACHABLE: nothing answers' },
  ]);
});

it('throws on when nothing was measured yet, and what is no error of a target', async () => {
  await expect(attempt('load', gone, true)).rejects.toThrow('nothing answers');
  const broken = (): Promise<never> => Promise.reject(new TypeError('our own fault'));
  await expect(attempt('load', broken, false)).rejects.toThrow('our own fault');
});
