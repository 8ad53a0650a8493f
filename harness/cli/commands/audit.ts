import { existsSync, statSync, writeFileSync } from 'node:fs';
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
import { refuseUnreadConfig } from '../../run/refuse-unread-config.ts';
import { discoverRoles, runAudit } from '../../run/run-audit.ts';
import { parseReportOrder, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import type { Console } from '../console.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';
import { tellFailures } from '../tell-failures.ts';

const OptionsSchema = z.object({
  config: z.string().optional(),
  tests: z.boolean().default(false),
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
  arguments: [
    {
      name: '[init]',
      sentence:
        'discover roles and write them into golden-path.config.json, or print it with --json',
    },
    { name: '[dir]', sentence: 'the source tree (default: the working directory)' },
  ],
  options: [
    { flags: '--tests', sentence: 'also find tests that cannot fail' },
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
    sharedOptions.compact,
    sharedOptions.noCompact,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    spareMemory();
    const options = readOptions(OptionsSchema, input);
    const isInit = input.operands[0] === 'init';
    const [root = '.', surplus] = isInit ? input.operands.slice(1) : input.operands;
    if (surplus !== undefined)
      throw new HarnessError('USAGE', `one tree at a time: what is "${surplus}"?`);
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
      throw new HarnessError('USAGE', `there is no folder "${root}"`);
    const baseline = baselineOrder(options);
    if (isInit) return initialise(root, options.json, console);
    const own = options.config ?? configOf(root);
    if (own === undefined) refuseUnreadConfig(root);
    // Not the configuration of wherever the command was called: its roles are not in this tree.
    const config = own === undefined ? ConfigSchema.parse({}) : await loadConfig(own);
    // Whether tests can fail is a question without roles; everything else needs to know them.
    if (config.audit.roles.length === 0 && !options.tests) {
      const { proposals, roles, read } = discoverRoles(root);
      console.write(
        options.json
          ? `${JSON.stringify({ version: 1, read, proposals }, undefined, 2)}\n`
          : renderDiscovery(proposals, read, console.screen),
      );
      console.say('no role is declared, so nothing was judged');
      if (roles.length > 0)
        console.say('next: golden-path audit init writes these roles into golden-path.config.json');
      return exitCodes.unknown;
    }
    const result = await runAudit({
      root,
      manifest: config.audit,
      tests: options.tests,
      leaveOut: config.gate.leaveOut.map(({ scope }) => scope),
      ...(options.history === undefined || options.history === false
        ? {}
        : { history: options.history === true ? 'HEAD' : options.history }),
      records: { map: options.map, surface: options.surface },
      baseline,
      ...(options.base === undefined ? {} : { base: options.base }),
    });
    const failures = writeReports(result, options.reporter.map(parseReportOrder));
    const codes = tellFailures(failures, console);
    if (!options.json && result.audit !== undefined) {
      console.write(renderAudit(result.audit, console.screen));
      if (result.audit.trend !== undefined)
        console.write(renderTrend(result.audit.trend, console.screen));
    }
    const verdict = showResult(result, options.json, console);
    return mergeExitCodes([verdict, ...codes]);
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

function configIn(root: string): string | undefined {
  return ['ts', 'mts', 'js', 'mjs', 'json']
    .map((extension) => join(root, `golden-path.config.${extension}`))
    .find((path) => existsSync(path));
}

/** A tree is judged by its own config; without one there is nothing to judge by. */
function configOf(root: string): string | undefined {
  return configIn(root) ?? (root === '.' ? findConfig() : undefined);
}

/** `golden-path audit init`: the discovered roles as a configuration. */
function initialise(root: string, json: boolean, console: Console): ExitCode {
  const { proposals, roles, read, proposeManifest } = discoverRoles(root);
  const text = `${JSON.stringify({ audit: proposeManifest() }, undefined, 2)}\n`;
  if (json) {
    console.write(text);
    return roles.length === 0 ? exitCodes.unknown : exitCodes.pass;
  }
  console.write(renderDiscovery(proposals, read, console.screen));
  if (roles.length === 0) {
    if (proposals.length > 0)
      console.say('nothing was written: all of these may be several on purpose');
    return exitCodes.unknown;
  }
  const there = configIn(root);
  if (there === undefined) refuseUnreadConfig(root);
  if (there !== undefined)
    throw new HarnessError(
      'USAGE',
      `${there} is there already, and init never overwrites: golden-path audit init --json prints what to add to it`,
    );
  const path = join(root, 'golden-path.config.json');
  writeFileSync(path, text);
  console.say(`wrote ${path}; next: read it, then golden-path audit --record`);
  return exitCodes.pass;
}
