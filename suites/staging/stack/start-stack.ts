import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { openSuiteTarget, type Target } from 'golden-path';

/** What `serve --stack staging --json` prints, and what its control answers. */
interface Description {
  readonly url: string;
  readonly caFile: string;
  readonly control: string;
  readonly nodes: readonly { name: string; url: string; pid: number | null }[];
  readonly proxy: { readonly pid: number | null };
  readonly database: { readonly engine: string };
  readonly bus: { readonly engine: string };
}

/** A stack that runs as a customer would start it, and the target it is. */
export interface StartedStack extends Description {
  readonly target: Target;
  /** Does something to the stack, such as `/nodes/one/down`; settles with what it is made of when that is done. */
  order(path: string): Promise<Description>;
  /** One HTTP request over TLS; a POST where there is a body. */
  request(path: string, body?: unknown, bearer?: string): Promise<Response>;
  /** Ends it as Ctrl-C does. */
  close(): Promise<void>;
}

/** Far from what anything takes here: a disturbance is judged by what arrives, and not by how busy this machine is. */
const patienceMs = 120_000;

function withPatience(target: Target): Target {
  const { promises } = target.profile;
  const deadlines = Object.fromEntries(
    Object.keys(promises.deadlines).map((name) => [name, patienceMs]),
  ) as typeof promises.deadlines;
  return { ...target, profile: { ...target.profile, promises: { ...promises, deadlines } } };
}

/** Starts a stack with further words for `serve`, and lets this process trust it. */
export async function startStack(...words: string[]): Promise<StartedStack> {
  const serve = [resolve('bin/golden-path.js'), 'serve', '--stack', 'staging', '--json', ...words];
  const child = spawn(process.execPath, serve, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = text(child.stderr);
  const ended = once(child, 'exit');
  const line: unknown = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => first as unknown),
    ended.then(() => undefined),
  ]);
  if (typeof line !== 'string') throw new Error(`the stack did not start\n${await said}`);
  const description = JSON.parse(line) as Description;
  setDefaultCACertificates([
    ...getCACertificates('default'),
    readFileSync(description.caFile, 'utf8'),
  ]);
  process.env['GOLDEN_PATH_TARGET'] = description.url;
  return {
    ...description,
    target: withPatience(await openSuiteTarget()),
    order: async (path) => {
      const response = await fetch(description.control + path, { method: 'PUT' });
      if (!response.ok) throw new Error(`${path} gave ${response.status} ${await response.text()}`);
      return (await response.json()) as Description;
    },
    request: (path, body, bearer) =>
      fetch(description.url + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'content-type': 'application/json',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
