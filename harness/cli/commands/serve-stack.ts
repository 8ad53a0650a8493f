import { once } from 'node:events';
import { demoEmails, demoPassword } from '../../contract/demo-users.ts';
import { exitCodes, type ExitCode } from '../../contract/exit-code.ts';
import type { StackDescription } from '../../contract/stack.ts';
import { openStack, openStackControl, type StackOptions } from '../../reference/index.ts';
import type { CommandInput } from '../command.ts';
import type { Console } from '../console.ts';

/** Until when something is served, and where it is told. */
export interface Serving {
  readonly input: CommandInput;
  readonly console: Console;
  readonly json: boolean;
}

/** Runs a stack like staging until the signal comes; says what it is made of and how to use it. */
export async function serveStack(
  options: StackOptions,
  { input, console, json }: Serving,
): Promise<ExitCode> {
  const stack = await openStack({ ...options, report: (line) => console.say(line) });
  const control = await openStackControl(stack);
  try {
    const description = control.describe();
    console.write(`${json ? JSON.stringify(description) : description.url}\n`);
    for (const line of explain(description, stack.compromises)) console.say(line);
    if (!input.signal.aborted) await once(input.signal, 'abort');
  } finally {
    await control.close();
    await stack.stop();
  }
  return exitCodes.pass;
}

function explain(description: StackDescription, compromises: readonly string[]): string[] {
  const { url, caFile, control, nodes, proxy, database, bus } = description;
  const databases = { postgresql: 'PostgreSQL', sqlite: 'SQLite, one file for both' };
  const buses = { nats: 'NATS JetStream', siblings: 'relayed by' };
  return [
    `proxy     ${proxy.program}, process ${proxy.pid}, TLS with an authority of its own`,
    ...nodes.map((node) => `node ${node.name}  ${node.url}, process ${node.pid}`),
    `database  ${databases[database.engine]}: ${database.place}`,
    `bus       ${buses[bus.engine]} ${bus.place}`,
    ...compromises.map((reason) => `without   ${reason}`),
    `control   curl -X PUT ${control}/roll   (or /nodes/one/down, /nodes/one/restart, /proxy/reload, /proxy/restart)`,
    `judge it  NODE_EXTRA_CA_CERTS=${caFile} golden-path gate --target ${url} --suite mission-critical --suite staging`,
    `log in as ${demoEmails[0] ?? ''} with ${demoPassword}; stop with Ctrl-C`,
  ];
}
