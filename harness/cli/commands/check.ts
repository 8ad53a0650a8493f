import { z } from 'zod';
import { judgeStored } from '../../run/judge-stored.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';
import { tellChecks } from '../tell-checks.ts';

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
    sharedOptions.noCompact,
    sharedOptions.quiet,
  ],
  run(input, console) {
    const options = readOptions(OptionsSchema, input);
    const result = judgeStored(input.operands, options);
    if (!console.watched) tellChecks(result.checks, console);
    return Promise.resolve(showResult(result, options.json, console));
  },
};
