import type { z } from 'zod';
import { HarnessError } from '../contract/harness-error.ts';
import type { CommandInput, CommandOption } from './command.ts';

/** Options that several commands share; each command lists those it takes. */
export const sharedOptions = {
  target: {
    flags: '--target <name>',
    sentence: 'reference, specimen:NAME, a target of the config, or a URL',
  },
  config: { flags: '--config <file>', sentence: 'config file instead of golden-path.config.*' },
  seed: { flags: '--seed <seed>', sentence: 'the same seed gives the same canaries and keys' },
  strict: { flags: '--strict', sentence: 'a failed SHOULD fails too' },
  json: { flags: '--json', sentence: 'print the result as JSON on stdout' },
  compact: {
    flags: '--compact',
    sentence:
      'print only what did not pass; the default where neither stdin, stdout nor stderr is a terminal',
  },
  noCompact: { flags: '--no-compact', sentence: 'print everything at the end, passed or not' },
  quiet: { flags: '--quiet', sentence: 'no progress on stderr' },
  reporter: {
    flags: '--reporter <name=path>',
    sentence: 'also write this report; may be repeated',
    repeatable: true,
  },
} as const satisfies Record<string, CommandOption>;

/** One line per option that cannot be what it should, by the name under which it was given. */
function describeOptions(error: z.ZodError, { options }: CommandInput): string[] {
  return error.issues.map(({ path: [key], message }) => {
    const flag = String(key).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${flag} ${String(options[String(key)])}: ${message}`;
  });
}

/** Reads a command's options against its schema. Throws `USAGE`. */
export function readOptions<Schema extends z.ZodType>(
  schema: Schema,
  input: CommandInput,
): z.output<Schema> {
  const parsed = schema.safeParse(input.options);
  if (parsed.success) return parsed.data;
  throw new HarnessError('USAGE', describeOptions(parsed.error, input).join('\n'));
}
