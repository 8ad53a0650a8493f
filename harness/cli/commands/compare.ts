import { z } from 'zod';
import { compareHistories } from '../../checks/compare/compare-histories.ts';
import type { Config } from '../../contract/config.ts';
import { exitCodeOf } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { History } from '../../contract/history.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { walk } from '../../probe/walk.ts';
import { makeVisible } from '../../report/text/make-visible.ts';
import { readHistory } from '../../run/evidence/read-history.ts';
import { loadConfig } from '../../run/load-config.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';

const OptionsSchema = z.object({
  config: z.string().optional(),
  again: z.string().optional(),
  json: z.boolean().default(false),
});

/** `golden-path compare`: old against new, after the noise of old against old was measured. */
export const command: Command = {
  arguments: [
    { name: '<old>', sentence: 'a target, or a stored history (.ndjson)' },
    { name: '<new>', sentence: 'a target, or a stored history (.ndjson)' },
  ],
  options: [
    {
      flags: '--again <history>',
      sentence: 'a second history of the old one, where histories are compared',
    },
    sharedOptions.config,
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const { config: file, again, json } = readOptions(OptionsSchema, input);
    const [old = '', next = ''] = input.operands;
    if (isStored(old) && again === undefined) {
      throw new HarnessError(
        'USAGE',
        'two histories of the old side are needed to measure its noise: give the second one with --again',
      );
    }
    const config = await loadConfig(file);
    const first = await historyOf(old, config, console.say);
    const second = await historyOf(again ?? old, config, console.say);
    const candidate = await historyOf(next, config, console.say);
    const comparison = compareHistories(first, second, candidate);
    const { verdict, reason, differences } = comparison;
    const rows = differences.map(
      (one) => `  ${makeVisible(one.trait)}  old ${one.old} and ${one.again}, new ${one.new}\n`,
    );
    console.write(
      json
        ? `${JSON.stringify(comparison, undefined, 2)}\n`
        : `${rows.join('')}${verdict.toUpperCase()}: ${makeVisible(reason)}\n`,
    );
    return exitCodeOf(verdict);
  },
};

function isStored(side: string): boolean {
  return side.endsWith('.ndjson');
}

async function historyOf(
  side: string,
  config: Config,
  say: (line: string) => void,
): Promise<History> {
  if (isStored(side)) return readHistory(side);
  const target = await openTarget(side, config);
  say(`walking ${goldenPath.name} against ${side}`);
  return walk(target, goldenPath).finally(() => target[Symbol.asyncDispose]());
}
