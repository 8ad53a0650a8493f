import { expect, it, onTestFinished } from 'vitest';
import { HarnessError } from '../../contract/harness-error.ts';
import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { ArithmeticCalls } from '../child/fixtures/arithmetic.ts';
import { attempt } from './attempt.ts';

const gone = (): Promise<never> =>
  Promise.reject(new HarnessError('TARGET_UNREACHABLE', 'nothing answers'));

const startArithmetic = () =>
  startChild<ArithmeticCalls>(moduleBeside(import.meta.url, '../child/fixtures/arithmetic'));

it('tells a part that broke off as unknown, once there is something to keep', async () => {
  expect(await attempt('reconnect', gone, { isFirst: false })).toMatchObject([
    { id: 'bench.reconnect', verdict: 'unknown', reason: 'TARGET_UNREACHABLE: nothing answers' },
  ]);
});

it('throws on when nothing was measured yet, and what is no error of a target', async () => {
  await expect(attempt('load', gone, { isFirst: true })).rejects.toThrow('nothing answers');
  const broken = (): Promise<never> => Promise.reject(new TypeError('our own fault'));
  await expect(attempt('load', broken, { isFirst: false })).rejects.toThrow('our own fault');
});

it('ends what a part has open when it is interrupted, and begins no other', async () => {
  const stop = new AbortController();
  const { signal } = stop;
  const hanging = async (): Promise<never> => {
    const child = startArithmetic();
    await child.call('double', 1);
    stop.abort();
    await child.call('never', undefined);
    throw new Error('it was answered');
  };
  expect(await attempt('load', hanging, { isFirst: true, signal })).toMatchObject([
    { id: 'bench.load', verdict: 'unknown', reason: 'interrupted' },
  ]);
  expect(await attempt('soak', hanging, { isFirst: false, signal })).toMatchObject([
    { id: 'bench.soak', reason: 'interrupted before its turn came' },
  ]);
});

it('leaves the processes of others alone when it is interrupted', async () => {
  const other = startArithmetic();
  onTestFinished(() => other.close());
  expect(await other.call('double', 1)).toBe(2);
  const stop = new AbortController();
  const part = async (): Promise<never> => {
    const child = startArithmetic();
    stop.abort();
    return await child.call('never', undefined);
  };
  expect(await attempt('load', part, { isFirst: true, signal: stop.signal })).toMatchObject([
    { reason: 'interrupted' },
  ]);
  expect(await other.call('double', 2)).toBe(4);
});

it('ends what a part starts although it was interrupted', async () => {
  const stop = new AbortController();
  const part = async (): Promise<never> => {
    stop.abort();
    return await startArithmetic().call('never', undefined);
  };
  expect(await attempt('load', part, { isFirst: true, signal: stop.signal })).toMatchObject([
    { reason: 'interrupted' },
  ]);
});

it('keeps what there is, however an interrupted part shows itself', async () => {
  const stop = new AbortController();
  const part = (): Promise<never> => {
    stop.abort();
    return Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  };
  expect(await attempt('soak', part, { isFirst: false, signal: stop.signal })).toMatchObject([
    { id: 'bench.soak', verdict: 'unknown', reason: 'interrupted' },
  ]);
});

it('judges nothing that was interrupted in its middle', async () => {
  const stop = new AbortController();
  const part = () => {
    stop.abort();
    const failed = { id: 'reconnect.failed', title: '', unit: 'count', value: 3, n: 9 } as const;
    return Promise.resolve([{ ...failed, verdict: 'fail' } as const]);
  };
  expect(await attempt('reconnect', part, { isFirst: true, signal: stop.signal })).toMatchObject([
    { id: 'reconnect.failed', value: 3, verdict: 'unknown', reason: 'interrupted' },
  ]);
});
