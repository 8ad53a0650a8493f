import { spawnSync } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArithmeticCalls } from './fixtures/arithmetic.ts';
import { moduleBeside } from './module-beside.ts';
import { startChild } from './start-child.ts';

function start() {
  const child = startChild<ArithmeticCalls>(moduleBeside(import.meta.url, 'fixtures/arithmetic'));
  onTestFinished(() => child.close());
  return child;
}

describe('startChild', () => {
  it('answers calls from a process of its own, each with its own result', async () => {
    const child = start();
    expect(child.pid).not.toBe(process.pid);
    expect(await Promise.all([1, 2, 3].map((number) => child.call('double', number)))).toEqual([
      2, 4, 6,
    ]);
  });

  it('passes on what a call threw, and lives on', async () => {
    const child = start();
    await expect(child.call('fail', 'no such tool')).rejects.toMatchObject({
      code: 'MEASURED_PROCESS_FAILED',
      message: expect.stringContaining('no such tool') as string,
    });
    expect(await child.call('double', 4)).toBe(8);
  });

  it('rejects open and later calls when the process ends, with what it printed', async () => {
    const child = start();
    const last = 'out of memory, probably';
    await expect(child.call('die', last)).rejects.toThrow(last);
    await expect(child.call('double', 1)).rejects.toThrow('the process ended (3');
  });

  it('rejects calls to a process that is gone before anybody was told so', async () => {
    const child = start();
    await child.call('double', 1);
    process.kill(child.pid, 'SIGKILL');
    // Time in which it goes, while nothing of that can be heard here.
    spawnSync(process.execPath, ['--eval', '']);
    const calls = [1, 2, 3].map((number) => child.call('double', number));
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ reason: { code: 'MEASURED_PROCESS_FAILED' } });
    }
  });

  it('gives up a call that is not answered in time', async () => {
    const child = startChild<ArithmeticCalls>(
      moduleBeside(import.meta.url, 'fixtures/arithmetic'),
      {
        deadlineMs: 50,
      },
    );
    onTestFinished(() => child.close());
    await expect(child.call('never', undefined)).rejects.toMatchObject({
      code: 'MEASURED_PROCESS_FAILED',
      message: '"never" was not answered within 0.05 s',
    });
  });

  it('has ended the process once it is closed', async () => {
    const child = start();
    await child.call('double', 1);
    await child.close();
    expect(() => process.kill(child.pid, 0)).toThrow('ESRCH');
  });
});
