import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../contract/config.ts';
import { exitCodes, mergeExitCodes, type ExitCode } from '../../contract/exit-code.ts';
import { planCriteria, recordCriteria } from '../../gate/phases/plan-criteria.ts';
import { criteriaRecord } from '../../run/ask-gate.ts';
import { expectedDuration } from '../../run/expected-duration.ts';
import { keepResult } from '../../run/keep-result.ts';
import { findConfig, loadConfig } from '../../run/load-config.ts';
import { runGate } from '../../run/run-gate.ts';
import { handOverResult } from '../../run/telemetry/hand-over-result.ts';
import { suiteTable, type SuiteName } from '../../run/suites/suite-table.ts';
import { parseReportOrder, standardReports, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import type { Console } from '../console.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { ShardSchema } from '../shard.ts';
import { showResult } from '../show-result.ts';
import { tellFailures } from '../tell-failures.ts';
import { tellChecks } from '../tell-checks.ts';

const suiteNames = suiteTable.map(({ name }) => name) as [SuiteName, ...SuiteName[]];
const phases = ['1', '2', '3', '4'] as const;

const OptionsSchema = z.object({
  target: z.string().optional(),
  config: z.string().optional(),
  phase: z
    .enum(phases)
    .transform((text) => Number(text) as 1 | 2 | 3 | 4)
    .optional(),
  suite: z.array(z.enum(suiteNames)).optional(),
  only: z.array(z.string()).optional(),
  bail: z.boolean().default(false),
  shard: ShardSchema.optional(),
  paired: z.boolean().default(true),
  record: z.boolean().default(false),
  seed: z.string().min(1).optional(),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
  list: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});
type Options = z.output<typeof OptionsSchema>;

/** `golden-path gate`: carry out what the phase needs, judge, decide. */
export const command: Command = {
  arguments: [],
  options: [
    {
      flags: '--phase <n>',
      sentence:
        'judge the criteria of the phases 1 to N; without it, every MUST check of every suite',
      choices: phases,
    },
    sharedOptions.target,
    {
      flags: '--suite <name>',
      sentence: 'run only this suite; may be repeated',
      repeatable: true,
      choices: suiteNames,
    },
    {
      flags: '--only <criterion>',
      sentence: 'carry out and judge only this criterion; may be repeated',
      repeatable: true,
    },
    { flags: '--bail', sentence: 'stop at the first required criterion that fails' },
    {
      flags: '--shard <i/n>',
      sentence: 'carry out this part only; golden-path report merge judges all parts',
    },
    { flags: '--no-paired', sentence: 'leave out paired performance, which takes minutes' },
    sharedOptions.strict,
    {
      flags: '--list',
      sentence: 'name suites, or with --phase criteria and what they need, and stop',
    },
    { flags: '--record', sentence: 'record how strict the criteria are now, and stop' },
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
    if (options.list && options.phase === undefined) return listSuites(console);
    const reports = options.reporter.map(parseReportOrder);
    const config = await loadConfig(options.config);
    if (options.list) return listCriteria(config, options, console);
    if (options.record) return record(config, options, console);
    const target = options.target ?? config.target;
    const expected = await expectedDuration({ target, phase: options.phase });
    const unfollow = console.follow?.(`gate of ${target}`, expected);
    const { result, folder } = await runGate({
      ...pick(options),
      target,
      config,
      configFile: options.config,
      say: console.say,
      decided: console.watched ? undefined : (checks) => tellChecks(checks, console),
      signal: input.signal,
    }).finally(unfollow);
    await keepResult(result).catch((error: unknown) => console.say(`not kept: ${String(error)}`));
    await handOverResult(result).catch((error: unknown) =>
      console.say(`not sent to OpenTelemetry: ${String(error)}`),
    );
    const failures = writeReports(result, [...standardReports(folder), ...reports]);
    const codes = tellFailures(failures, console);
    const verdict = showResult(result, options.json, console, join(folder, 'report.html'));
    return mergeExitCodes([verdict, ...codes]);
  },
};

function pick({ suite, phase, only, bail, shard, paired, seed, strict }: Options) {
  return { suites: suite, phase, only, bail, shard, paired, seed, strict };
}

function listSuites(console: Console): ExitCode {
  for (const { name, sentence } of suiteTable) console.write(`${name.padEnd(24)}${sentence}\n`);
  return exitCodes.pass;
}

function listCriteria({ gate }: Config, { phase = 4 }: Options, console: Console): ExitCode {
  const { criteria, loosened } = planCriteria(gate);
  const chosen = criteria
    .filter((one) => one.phase <= phase && !one.off)
    .toSorted((left, right) => left.phase - right.phase);
  for (const { criterion, phase: from, limits } of chosen) {
    const numbers = Object.entries(limits).map(([name, value]) => `${name} ${value}`);
    const needs = `needs ${criterion.needs.join(', ')}`;
    const told = [needs, ...numbers].join('; ');
    console.write(`${from}  ${criterion.id.padEnd(20)}${criterion.title} (${told})\n`);
  }
  for (const sentence of loosened) console.write(`looser: ${sentence}\n`);
  return exitCodes.pass;
}

function record({ gate }: Config, { config: file }: Options, console: Console): ExitCode {
  const found = findConfig(file);
  const path = join(found === undefined ? '.' : dirname(found), criteriaRecord);
  const lines = recordCriteria(planCriteria(gate)).map((one) => JSON.stringify(one));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
  console.write(`${path}: ${lines.length} criteria recorded\n`);
  return exitCodes.pass;
}
