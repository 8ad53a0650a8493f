import { join } from 'node:path';
import { z } from 'zod';
import { DurationSchema } from '../../contract/duration.ts';
import { mergeExitCodes } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { loadConfig } from '../../run/load-config.ts';
import { runBench } from '../../run/run-bench.ts';
import { parseReportOrder, standardReports, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';
import { tellFailures } from '../tell-failures.ts';

const OptionsSchema = z.object({
  target: z.string().optional(),
  against: z.string().min(1).optional(),
  config: z.string().optional(),
  seed: z.string().min(1).optional(),
  sessions: z.coerce.number().int().min(1).max(20_000).optional(),
  workers: z.coerce.number().int().min(1).max(64).optional(),
  only: z.enum(['workloads', 'target']).optional(),
  knee: z.boolean().default(false),
  soak: DurationSchema.optional(),
  record: z.boolean().default(false),
  json: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});

/** `golden-path bench`: speed and memory, paired and interleaved with another commit if asked. */
export const command: Command = {
  arguments: [],
  options: [
    sharedOptions.target,
    {
      flags: '--against <ref>',
      sentence: 'a commit to measure against, interleaved with this one',
    },
    {
      flags: '--only <part>',
      sentence: 'measure only the `workloads` of the config, or the `target`',
    },
    { flags: '--sessions <n>', sentence: 'sessions at once (as many as there are users)' },
    { flags: '--workers <n>', sentence: 'prober processes (1)' },
    { flags: '--knee', sentence: 'also find the number of sessions at which a budget breaks' },
    { flags: '--soak <duration>', sentence: 'also keep the load up for so long, such as "10 min"' },
    {
      flags: '--record',
      sentence: 'keep the numbers in reports/baselines, where later runs look for changes of level',
    },
    sharedOptions.seed,
    sharedOptions.config,
    sharedOptions.reporter,
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const options = readOptions(OptionsSchema, input);
    if (options.record && options.against !== undefined) {
      const message =
        '--record keeps levels, --against gives ratios to one commit: use one of them';
      throw new HarnessError('USAGE', message);
    }
    const reports = options.reporter.map(parseReportOrder);
    const config = await loadConfig(options.config);
    const { result, folder } = await runBench({
      config,
      configFile: options.config,
      target: options.target ?? config.target,
      against: options.against,
      seed: options.seed,
      only: options.only,
      sessions: options.sessions,
      workers: options.workers,
      knee: options.knee,
      soakMs: options.soak,
      signal: input.signal,
      record: options.record,
      say: console.say,
    });
    const failures = writeReports(result, [...standardReports(folder), ...reports]);
    const codes = tellFailures(failures, console);
    const page = join(folder, 'report.html');
    const verdict = showResult(result, options.json, console, page, 'bench');
    return mergeExitCodes([verdict, ...codes]);
  },
};
