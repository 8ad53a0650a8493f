import { join, relative } from 'node:path';
import { z } from 'zod';
import { exitCodes, mergeExitCodes } from '../../contract/exit-code.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { walk } from '../../probe/walk.ts';
import { judgeHistories } from '../../run/judge-stored.ts';
import { learnProfile } from '../../run/learn-profile.ts';
import { loadConfig } from '../../run/load-config.ts';
import { linkLatest, makeRunFolder } from '../../run/run-folder.ts';
import { parseReportOrder, standardReports, writeReports } from '../../run/write-reports.ts';
import { doubtProfile } from '../../targets/doubt-profile.ts';
import { refuseMisfit } from '../../targets/refuse-misfit.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';
import { tellChecks } from '../tell-checks.ts';
import { tellFailures } from '../tell-failures.ts';

const OptionsSchema = z.object({
  config: z.string().optional(),
  users: z.coerce.number().int().min(1).max(32).optional(),
  seed: z.string().min(1).optional(),
  profile: z.string().min(1).optional(),
  learn: z.boolean().default(false),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});

/** `golden-path probe`: walk the path once, judge it, keep the history. */
export const command: Command = {
  arguments: [{ name: '[target]', sentence: sharedOptions.target.sentence }],
  options: [
    { flags: '--users <n>', sentence: 'how many walk together (1 to 32, default 8)' },
    {
      flags: '--profile <name>',
      sentence: 'how a target speaks: a built-in profile, or one of the config',
    },
    {
      flags: '--learn',
      sentence: 'watch some runs and propose a profile for review, instead of judging',
    },
    sharedOptions.strict,
    sharedOptions.seed,
    sharedOptions.config,
    sharedOptions.reporter,
    sharedOptions.json,
    sharedOptions.compact,
    sharedOptions.noCompact,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const { users, seed, strict, json, ...options } = readOptions(OptionsSchema, input);
    const reports = options.reporter.map(parseReportOrder);
    const config = await loadConfig(options.config);
    const name = input.operands[0] ?? config.target;
    if (options.learn) {
      const proposal = await learnProfile(name, config, options.profile, (line) =>
        console.say(line),
      );
      console.write(proposal);
      return exitCodes.pass;
    }
    const target = await openTarget(name, config, options.profile);
    const folder = makeRunFolder();
    const file = join(folder.path, 'histories', 'golden-path.ndjson');
    console.say(`walking ${goldenPath.name} against ${target.url}`);
    const history = await walk(target, goldenPath, {
      file,
      ...(users === undefined ? {} : { users }),
      ...(seed === undefined ? {} : { seed }),
    }).finally(() => target[Symbol.asyncDispose]());
    refuseMisfit(history, target);
    const result = {
      ...judgeHistories([{ file: relative(process.cwd(), file), history }], { strict }),
      command: ['golden-path probe', ...input.operands].join(' '),
    };
    const failures = writeReports(result, [...standardReports(folder.path), ...reports]);
    const codes = tellFailures(failures, console);
    linkLatest(folder.path);
    if (!console.watched) tellChecks(result.checks, console);
    const verdict = showResult(result, json, console, join(folder.path, 'report.html'));
    for (const doubt of doubtProfile(history, target.profile)) console.say(`profile: ${doubt}`);
    return mergeExitCodes([verdict, ...codes]);
  },
};
