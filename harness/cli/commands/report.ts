import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { exitCodes, mergeExitCodes, type ExitCode } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Result } from '../../contract/result.ts';
import { GateSettingsSchema, type GateQuestion } from '../../contract/gate-settings.ts';
import { judgeGate } from '../../gate/judge-gate.ts';
import { buildDashboard } from '../../report/dashboard/build-dashboard.ts';
import { serveDashboard } from '../../report/dashboard/serve-dashboard.ts';
import { diffResults } from '../../report/diff/diff-results.ts';
import { renderDiff } from '../../report/diff/render-diff.ts';
import { alertRulesFile } from '../../report/grafana/alert-rules.ts';
import { grafanaDashboard } from '../../report/grafana/dashboard-json.ts';
import { mergeResults } from '../../report/merge/merge-results.ts';
import { openStore } from '../../report/store/open-store.ts';
import { mergeChecks } from '../../run/evidence/merge-checks.ts';
import { findRunsUnderWay } from '../../run/find-runs-under-way.ts';
import { storeLocation } from '../../run/keep-result.ts';
import { readResult } from '../../run/read-result.ts';
import { parseReportOrder, writeReports } from '../../run/write-reports.ts';
import type { Command, CommandInput } from '../command.ts';
import type { Console } from '../console.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { showResult } from '../show-result.ts';
import { tellFailures } from '../tell-failures.ts';
import { storedLocation } from '../stored-location.ts';
import { exportStore, importStore, pruneStore } from '../store-actions.ts';

const OptionsSchema = z.object({
  store: z.string().optional(),
  out: z.string().optional(),
  port: z.coerce.number().int().min(0).max(65_535).default(4011),
  keep: z.coerce.number().int().min(1).optional(),
  days: z.coerce.number().min(0).optional(),
  json: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});
type Options = z.infer<typeof OptionsSchema>;
type Action = (
  files: readonly string[],
  options: Options,
  console: Console,
  signal: AbortSignal,
) => Promise<ExitCode>;

const actions: Readonly<Record<string, Action>> = {
  show,
  merge,
  diff,
  build,
  serve,
  export: exportStore,
  import: importStore,
  prune: pruneStore,
  grafana,
};

/** `golden-path report`: what was stored, in any format, and over time. */
export const command: Command = {
  arguments: [
    { name: '<action>', sentence: `one of ${Object.keys(actions).join(', ')}` },
    {
      name: '[file...]',
      sentence:
        'result.json files for show, merge and diff; NDJSON files for import; where export writes (stdout)',
    },
  ],
  options: [
    {
      flags: '--store <place>',
      sentence: 'SQLite file or postgres:// URL (reports/results.sqlite)',
    },
    {
      flags: '--out <dir>',
      sentence: 'where build and grafana write (reports/dashboard, reports/grafana)',
    },
    { flags: '--port <n>', sentence: 'port of serve; 0 takes a free one (4011)' },
    { flags: '--keep <n>', sentence: 'newest runs per target that prune leaves' },
    { flags: '--days <n>', sentence: 'how old a run may be that prune leaves' },
    sharedOptions.reporter,
    sharedOptions.json,
    { flags: '--compact', sentence: 'show and merge print only what did not pass' },
    sharedOptions.quiet,
  ],
  run(input: CommandInput, console: Console) {
    const options = readOptions(OptionsSchema, input);
    const [name = '', ...files] = input.operands;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) {
      const known = Object.keys(actions).join(', ');
      throw new HarnessError('USAGE', `"${name}" is not something to do with a report (${known})`);
    }
    // What was stored is shown as it is to whoever asks for it.
    const shown = { ...console, compact: input.options['compact'] === true };
    return action(files, options, shown, input.signal);
  },
};

async function show(files: readonly string[], options: Options, console: Console) {
  return present(readResult(only(files)), options, console);
}

async function merge(files: readonly string[], options: Options, console: Console) {
  const merged = mergeResults(files.map(readResult), mergeChecks);
  return present({ ...merged, gate: judgeGate(merged, wholeQuestion(merged)) }, options, console);
}

/** What the parts were asked, now over all of them; older results did not keep it. */
function wholeQuestion({ question, suites }: Result): GateQuestion {
  if (question !== undefined) {
    const { shard: _, ...whole } = question;
    return whole;
  }
  const names = [...new Set(suites.map(({ name }) => name))];
  return { suites: names, strict: false, settings: GateSettingsSchema.parse({}) };
}

async function diff(files: readonly string[], options: Options, console: Console) {
  const [before, after, ...rest] = files;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new HarnessError('USAGE', 'report diff takes two result.json files');
  }
  const difference = diffResults(readResult(before), readResult(after));
  console.write(
    options.json ? `${JSON.stringify(difference)}\n` : renderDiff(difference, console.screen),
  );
  return exitCodes.pass;
}

async function build(
  _files: readonly string[],
  { store: place, out = join('reports', 'dashboard') }: Options,
  console: Console,
) {
  const store = await openStore(storedLocation(place));
  try {
    for await (const { path, text } of buildDashboard(store)) {
      const file = join(out, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } finally {
    await store.close();
  }
  console.write(`${join(out, 'index.html')}\n`);
  return exitCodes.pass;
}

/** What Grafana and Prometheus import; both ask only for metrics that `/metrics` and the openmetrics reporter give. */
async function grafana(
  _files: readonly string[],
  { out = join('reports', 'grafana') }: Options,
  console: Console,
) {
  const files = { 'dashboard.json': grafanaDashboard(), 'alert-rules.yml': alertRulesFile() };
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(out, name), text);
    console.write(`${join(out, name)}\n`);
  }
  return exitCodes.pass;
}

async function serve(
  _files: readonly string[],
  { store: place, port }: Options,
  console: Console,
  signal: AbortSignal,
) {
  const store = await openStore(storeLocation(place));
  const underWay = () => findRunsUnderWay('reports');
  const server = await serveDashboard(store, { port, underWay });
  console.write(`${server.url}\n`);
  if (!signal.aborted) await once(signal, 'abort');
  await server.close();
  await store.close();
  return exitCodes.pass;
}

function present(result: Result, { reporter, json }: Options, console: Console): ExitCode {
  const failures = writeReports(result, reporter.map(parseReportOrder));
  const codes = tellFailures(failures, console);
  return mergeExitCodes([showResult(result, json, console), ...codes]);
}

function only(files: readonly string[]): string {
  const [file, ...rest] = files;
  if (file !== undefined && rest.length === 0) return file;
  throw new HarnessError(
    'USAGE',
    'report show takes one result.json, such as reports/latest/result.json',
  );
}
