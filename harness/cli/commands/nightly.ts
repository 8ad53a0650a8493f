import { join } from 'node:path';
import { z } from 'zod';
import { DurationSchema } from '../../contract/duration.ts';
import { mergeExitCodes } from '../../contract/exit-code.ts';
import { RateSchema } from '../../contract/rate.ts';
import { keepResult } from '../../run/keep-result.ts';
import { loadConfig } from '../../run/load-config.ts';
import { runNightly } from '../../run/nightly/run-nightly.ts';
import { parseReportOrder, standardReports, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';
import { tellChecks } from '../tell-checks.ts';
import { tellFailures } from '../tell-failures.ts';

const OptionsSchema = z.object({
  target: z.string().optional(),
  config: z.string().optional(),
  maxDuration: DurationSchema.optional(),
  maxRuns: z.coerce.number().int().min(1).optional(),
  rate: RateSchema.optional(),
  soak: DurationSchema.optional(),
  store: z.string().optional(),
  reportUrl: z.url({ protocol: /^https?$/ }).optional(),
  seed: z.string().min(1).optional(),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});

/** `golden-path nightly`: the gate for a shared target, performance, a soak, and how it stands among the nights before. */
export const command: Command = {
  arguments: [],
  options: [
    sharedOptions.target,
    {
      flags: '--max-duration <duration>',
      sentence: 'start nothing more after so long, and say what is missing (20 min)',
    },
    {
      flags: '--max-runs <n>',
      sentence: 'most agent runs to start, a limit of cost (500; 20000 for a target of our own)',
    },
    {
      flags: '--rate <rate>',
      sentence: 'agent runs over everything that starts any (1/s; 100/s for a target of our own)',
    },
    { flags: '--soak <duration>', sentence: 'how long the load is kept up at the end (2 min)' },
    {
      flags: '--store <place>',
      sentence: 'SQLite file or postgres:// URL that remembers the nights (reports/results.sqlite)',
    },
    {
      flags: '--report-url <url>',
      sentence: 'where people will read the page; stands in the summary',
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
    const options = readOptions(OptionsSchema, input);
    const { maxDuration, maxRuns, rate, soak, seed, strict, store, reportUrl, json } = options;
    const reports = options.reporter.map(parseReportOrder);
    const config = await loadConfig(options.config);
    const { result, folder } = await runNightly({
      target: options.target ?? config.target,
      config,
      configFile: options.config,
      limits: {
        ...(maxDuration === undefined ? {} : { durationMs: maxDuration }),
        ...(maxRuns === undefined ? {} : { runs: maxRuns }),
        ...(rate === undefined ? {} : { perSecond: rate }),
        ...(soak === undefined ? {} : { soakMs: soak }),
      },
      seed,
      strict,
      store,
      reportUrl,
      say: console.say,
      decided: console.watched ? undefined : (checks) => tellChecks(checks, console),
      signal: input.signal,
    });
    await keepResult(result, store).catch((error: unknown) =>
      console.say(`not kept: ${String(error)}`),
    );
    const summary = { reporter: 'night', path: join(folder, 'summary.md') };
    const failures = writeReports(result, [...standardReports(folder), summary, ...reports]);
    const codes = tellFailures(failures, console);
    const verdict = showResult(result, json, console, join(folder, 'report.html'));
    return mergeExitCodes([verdict, ...codes]);
  },
};
