import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigSchema } from '../../contract/config.ts';
import { spareMemory } from '../../audit/source/spare-memory.ts';
import { exitCodes, mergeExitCodes, type ExitCode } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { renderAudit } from '../../report/audit/render-audit.ts';
import { renderDiscovery } from '../../report/audit/render-discovery.ts';
import { renderTrend } from '../../report/audit/render-trend.ts';
import type { BaselineOrder } from '../../run/hold-baseline.ts';
import { findConfig, loadConfig } from '../../run/load-config.ts';
import { discoverRoles, runAudit } from '../../run/run-audit.ts';
import { parseReportOrder, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import type { Console } from '../console.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';

const OptionsSchema = z.object({
  config: z.string().optional(),
  tests: z.boolean().default(false),
  init: z.boolean().default(false),
  record: z.boolean().default(false),
  shrink: z.boolean().default(false),
  accept: z.array(z.string()).default([]),
  reason: z.string().min(8, 'say why in at least 8 characters').optional(),
  until: z.string().optional(),
  base: z.string().optional(),
  history: z.union([z.boolean(), z.string()]).optional(),
  map: z.union([z.boolean(), z.string()]).optional(),
  surface: z.union([z.boolean(), z.string()]).optional(),
  json: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});

/** `golden-path audit`: who does each job, and what goes around the one that should. */
export const command: Command = {
  arguments: [{ name: '[dir]', sentence: 'the source tree (default: the working directory)' }],
  options: [
    { flags: '--tests', sentence: 'also find tests that cannot fail' },
    { flags: '--init', sentence: 'write the discovered roles into golden-path.config.json' },
    { flags: '--record', sentence: 'write the first baseline: what is there today' },
    {
      flags: '--shrink',
      sentence: 'take what is gone out of the baseline; of a merge conflict both sides must agree',
    },
    {
      flags: '--accept <identity>',
      sentence: 'accept a finding for a while, with --reason and --until; may be repeated',
      repeatable: true,
    },
    { flags: '--reason <text>', sentence: 'why a finding is accepted; stands in every report' },
    { flags: '--until <phase>', sentence: 'last phase for which it is accepted' },
    {
      flags: '--base <revision>',
      sentence: 'also judge the change since this revision, the merge base for example',
    },
    {
      flags: '--history [range]',
      sentence: 'also draw the burn-down over first-parent commits (default: HEAD)',
    },
    {
      flags: '--map [file]',
      sentence: 'write the consumer map (default: records.consumers of the config)',
    },
    {
      flags: '--surface [file]',
      sentence: 'write the public surface (default: records.surface of the config)',
    },
    sharedOptions.config,
    sharedOptions.reporter,
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    spareMemory();
    const options = readOptions(OptionsSchema, input);
    const root = input.operands[0] ?? '.';
    const own = options.config ?? configOf(root);
    // Not the configuration of wherever the command was called: its roles are not in this tree.
    const config = own === undefined ? ConfigSchema.parse({}) : await loadConfig(own);
    // Whether tests can fail is a question without roles; everything else needs to know them.
    if (options.init || (config.audit.roles.length === 0 && !options.tests)) {
      return describeRoles(root, options, console);
    }
    const result = await runAudit({
      root,
      manifest: config.audit,
      tests: options.tests,
      ...(options.history === undefined || options.history === false
        ? {}
        : { history: options.history === true ? 'HEAD' : options.history }),
      records: { map: options.map, surface: options.surface },
      baseline: baselineOrder(options),
      ...(options.base === undefined ? {} : { base: options.base }),
    });
    const failures = writeReports(result, options.reporter.map(parseReportOrder));
    for (const failure of failures) console.say(`${failure.code}: ${failure.message}`);
    if (!options.json && result.audit !== undefined) {
      console.write(renderAudit(result.audit, console.screen));
      if (result.audit.trend !== undefined)
        console.write(renderTrend(result.audit.trend, console.screen));
    }
    const verdict = showResult(result, options.json, console);
    return mergeExitCodes([verdict, ...failures.map((failure) => failure.exitCode)]);
  },
};

function baselineOrder(options: z.output<typeof OptionsSchema>): BaselineOrder {
  const { accept, reason, until } = options;
  if (accept.length > 0) {
    if (reason === undefined || until === undefined)
      throw new HarnessError('USAGE', '--accept needs --reason and --until');
    return { act: 'accept', identities: accept, reason, until };
  }
  return { act: options.record ? 'record' : options.shrink ? 'shrink' : 'judge' };
}

/** A tree is judged by its own config; without one there is nothing to judge by. */
function configOf(root: string): string | undefined {
  const here = ['ts', 'js', 'json'].map((extension) =>
    join(root, `golden-path.config.${extension}`),
  );
  return here.find((path) => existsSync(path)) ?? (root === '.' ? findConfig() : undefined);
}

function describeRoles(
  root: string,
  options: { readonly init: boolean; readonly json: boolean },
  console: Console,
): ExitCode {
  const { proposals, manifest } = discoverRoles(root);
  console.write(
    options.json ? `${JSON.stringify(proposals, undefined, 2)}\n` : renderDiscovery(proposals),
  );
  if (!options.init) return exitCodes.pass;
  const path = join(root, 'golden-path.config.json');
  if (existsSync(path)) {
    throw new HarnessError('USAGE', `${path} is there already; --init never overwrites`);
  }
  writeFileSync(path, `${JSON.stringify({ audit: manifest }, undefined, 2)}\n`);
  console.say(`wrote ${path}`);
  return exitCodes.pass;
}
