import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs another benchmark and gives what it printed as JSON; a claim it calls broken is no failure of ours. */
export async function runBench<Printed>(
  script: string,
  words: readonly string[],
): Promise<Printed> {
  const path = new URL(`../${script}`, import.meta.url).pathname;
  const child = spawn(process.execPath, [...process.execArgv, path, ...words, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(child, 'close');
  return JSON.parse(text) as Printed;
}
