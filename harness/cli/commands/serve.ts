import { once } from 'node:events';
import { z } from 'zod';
import { demoEmails, demoPassword } from '../../contract/demo-users.ts';
import { DurationSchema } from '../../contract/duration.ts';
import { exitCodes, type ExitCode } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import {
  startPlatform,
  type PlatformOptions,
  type RunningPlatform,
} from '../../reference/index.ts';
import { describeRefusal } from '../../reference/stack/shared-service.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { serveStack, type Serving } from './serve-stack.ts';

/** Asks for what needs no other program. */
const embedded = 'embedded';

const OptionsSchema = z.object({
  stack: z.literal('staging').optional(),
  host: z.string().optional(),
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  database: z.string().min(1).optional(),
  bus: z.union([z.url({ protocol: /^nats$/ }), z.literal(embedded)]).optional(),
  name: z.string().min(1).optional(),
  tokenLife: DurationSchema.optional(),
  idle: DurationSchema.optional(),
  strip: z.array(z.string()).optional(),
  json: z.boolean().default(false),
});

const usualHost = '127.0.0.1';
const usualPort = 4010;

/** `golden-path serve`: the reference platform, alone or as a stack like staging, until SIGINT or SIGTERM. */
export const command: Command = {
  arguments: [],
  options: [
    {
      flags: '--stack <name>',
      sentence: 'staging: two nodes, TLS through nginx, PostgreSQL and NATS if reachable',
      choices: ['staging'],
    },
    { flags: '--host <address>', sentence: 'address to listen on (default 127.0.0.1)' },
    {
      flags: '--port <n>',
      sentence: 'port to listen on; 0 takes a free one (default 4010, of a stack 0)',
    },
    {
      flags: '--database <place>',
      sentence: 'postgres:// URL; of a stack also: embedded; else also: a SQLite file',
    },
    {
      flags: '--bus <url>',
      sentence: 'nats:// URL that leads to the other processes; of a stack also: embedded',
    },
    { flags: '--name <name>', sentence: 'name of this process among them; no stack' },
    { flags: '--token-life <time>', sentence: 'how long an access token lives (15 min)' },
    { flags: '--idle <time>', sentence: 'how long a silent connection lives in the proxy (1 min)' },
    {
      flags: '--strip <header>',
      sentence: 'header that the proxy takes from upgrades; may be repeated',
      choices: ['authorization', 'cookie', 'origin', 'sec-websocket-protocol'],
      repeatable: true,
    },
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const { stack, json, host, port, database, bus, name, tokenLife, idle, strip } = readOptions(
      OptionsSchema,
      input,
    );
    const refused = stack === undefined ? { idle, strip } : { host, name };
    for (const [option, value] of Object.entries(refused)) {
      if (value === undefined) continue;
      const why = stack === undefined ? 'is for --stack staging' : 'is not for a stack';
      throw new HarnessError('USAGE', `--${option} ${why}`);
    }
    if (stack === undefined && (database === embedded || bus === embedded)) {
      throw new HarnessError('USAGE', `${embedded} is for --stack staging; alone, leave it out`);
    }
    const shared = {
      ...(database === undefined ? {} : { database }),
      ...(bus === undefined ? {} : { bus }),
    };
    const life = tokenLife === undefined ? {} : { accessTokenSeconds: tokenLife / 1000 };
    if (stack === undefined) {
      const alone = {
        ...shared,
        ...(name === undefined ? {} : { instance: name }),
        host: host ?? usualHost,
        port: port ?? usualPort,
        limits: life,
      };
      return serveAlone(alone, { input, console, json });
    }
    const options = {
      ...shared,
      ...life,
      port: port ?? 0,
      ...(idle === undefined ? {} : { idleMs: idle }),
      ...(strip === undefined ? {} : { strip }),
    };
    return serveStack(options, { input, console, json });
  },
};

async function serveAlone(
  options: PlatformOptions & { readonly host: string },
  { input, console, json }: Serving,
): Promise<ExitCode> {
  const platform = await openPlatform(options);
  console.write(`${json ? JSON.stringify({ url: platform.url }) : platform.url}\n`);
  console.say(`log in as ${demoEmails[0] ?? ''} with ${demoPassword}; stop with Ctrl-C`);
  if (!input.signal.aborted) await once(input.signal, 'abort');
  await platform.stop();
  return exitCodes.pass;
}

async function openPlatform(
  options: PlatformOptions & { readonly host: string },
): Promise<RunningPlatform> {
  try {
    const demoUsers = /^(127\.|localhost$|::1$)/.test(options.host);
    return await startPlatform({ ...options, demoUsers });
  } catch (cause) {
    const { database, bus } = options;
    if (cause instanceof HarnessError || (database ?? bus) === undefined) throw cause;
    const message = `the database or the bus cannot be had: ${describeRefusal(cause)}`;
    throw new HarnessError('PLATFORM_OPTION_INVALID', message, {
      where: '--database, --bus',
      cause,
    });
  }
}
