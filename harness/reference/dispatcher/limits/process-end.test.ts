import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const watchModule = new URL('deadline-watch.ts', import.meta.url).href;

/** Runs a few lines with a watch of their own in a process that nothing else keeps alive. */
async function runAlone(lines: string): Promise<string> {
  const code = `import { DeadlineWatch } from '${watchModule}'; ${lines}`;
  const flags = ['--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { timeout: 120_000 });
  return stdout;
}

it('lets a process end that has no open deadline, though the timer has not fired', async () => {
  const lines = `
    const deadline = new DeadlineWatch().open({ expire() {} }, performance.now() + 3_600_000);
    process.stdout.write('opened');
    deadline.close();`;
  expect(await runAlone(lines)).toBe('opened');
});

it('keeps a process alive until its open deadline, also after an earlier one was closed', async () => {
  const lines = `
    const watch = new DeadlineWatch();
    watch.open({ expire() {} }, performance.now() + 20).close();
    watch.open({ expire: () => process.stdout.write('expired') }, performance.now() + 20);`;
  expect(await runAlone(lines)).toBe('expired');
});
