import { z } from 'zod';
import { judgeStored } from '../../run/judge-stored.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';

const OptionsSchema = z.object({
  only: z.array(z.string()).optional(),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** `golden-path check`: judge stored histories again. */
export const command: Command = {
  arguments: [{ name: '<history...>', sentence: 'NDJSON files written by golden-path' }],
  options: [
    { flags: '--only <id>', sentence: 'this check only; may be repeated', repeatable: true },
    sharedOptions.strict,
    sharedOptions.json,
    sharedOptions.compact,
    sharedOptions.quiet,
  ],
  run(input, console) {
    const options = readOptions(OptionsSchema, input);
    return Promise.resolve(showResult(judgeStored(input.operands, options), options.json, console));
  },
};
