import { once } from 'node:events';
import { z } from 'zod';
import { demoEmails, demoPassword } from '../../contract/demo-users.ts';
import { exitCodes } from '../../contract/exit-code.ts';
import { startPlatform } from '../../reference/index.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';

const OptionsSchema = z.object({
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(4010),
});

/** `golden-path serve`: the reference platform, until SIGINT or SIGTERM. */
export const command: Command = {
  arguments: [],
  options: [
    { flags: '--host <address>', sentence: 'address to listen on (default 127.0.0.1)' },
    { flags: '--port <n>', sentence: 'port to listen on; 0 takes a free one (default 4010)' },
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const { host, port } = readOptions(OptionsSchema, input);
    const loopback = /^(127\.|localhost$|::1$)/.test(host);
    const platform = await startPlatform({ host, port, demoUsers: loopback });
    console.write(`${platform.url}\n`);
    console.say(`log in as ${demoEmails[0] ?? ''} with ${demoPassword}; stop with Ctrl-C`);
    if (!input.signal.aborted) await once(input.signal, 'abort');
    await platform.stop();
    return exitCodes.pass;
  },
};
