import { join } from 'node:path';
import { z } from 'zod';
import { exitCodes, mergeExitCodes } from '../../contract/exit-code.ts';
import { keepResult } from '../../run/keep-result.ts';
import { loadConfig } from '../../run/load-config.ts';
import { runGate } from '../../run/run-gate.ts';
import { suiteTable, type SuiteName } from '../../run/suites/suite-table.ts';
import { parseReportOrder, standardReports, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';

const suiteNames = suiteTable.map(({ name }) => name) as [SuiteName, ...SuiteName[]];

const OptionsSchema = z.object({
  target: z.string().optional(),
  config: z.string().optional(),
  suite: z.array(z.enum(suiteNames)).optional(),
  seed: z.string().min(1).optional(),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
  list: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});

/** `golden-path gate`: run the suites, judge, decide. */
export const command: Command = {
  arguments: [],
  options: [
    sharedOptions.target,
    {
      flags: '--suite <name>',
      sentence: 'run only this suite; may be repeated',
      repeatable: true,
      choices: suiteNames,
    },
    sharedOptions.strict,
    { flags: '--list', sentence: 'name the suites and what each proves, and stop' },
    sharedOptions.seed,
    sharedOptions.config,
    sharedOptions.reporter,
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const options = readOptions(OptionsSchema, input);
    if (options.list) {
      for (const { name, sentence } of suiteTable) console.write(`${name.padEnd(24)}${sentence}\n`);
      return exitCodes.pass;
    }
    const reports = options.reporter.map(parseReportOrder);
    const config = await loadConfig(options.config);
    const { result, folder } = await runGate({
      target: options.target ?? config.target,
      config,
      configFile: options.config,
      only: options.suite,
      seed: options.seed,
      strict: options.strict,
      say: console.say,
      signal: input.signal,
    });
    await keepResult(result).catch((error: unknown) => console.say(`not kept: ${String(error)}`));
    const failures = writeReports(result, [...standardReports(folder), ...reports]);
    for (const failure of failures) console.say(`${failure.code}: ${failure.message}`);
    const verdict = showResult(result, options.json, console, join(folder, 'report.html'));
    return mergeExitCodes([verdict, ...failures.map((failure) => failure.exitCode)]);
  },
};
