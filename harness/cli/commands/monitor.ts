import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../contract/config.ts';
import { DurationSchema } from '../../contract/duration.ts';
import { exitCodeOf } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Result } from '../../contract/result.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { journeyTable } from '../../probe/journeys/journey-table.ts';
import { serveDashboard } from '../../report/dashboard/serve-dashboard.ts';
import { openStore } from '../../report/store/open-store.ts';
import { openSwitchgear } from '../../run/drill/open-switchgear.ts';
import type { Switchgear } from '../../run/drill/switchgear.ts';
import { storeLocation } from '../../run/keep-result.ts';
import { findConfig, loadConfig } from '../../run/load-config.ts';
import { watchTarget, type Watched } from '../../run/monitor/watch-target.ts';
import { makeRunFolder } from '../../run/run-folder.ts';
import { handOverResult } from '../../run/telemetry/hand-over-result.ts';
import { standardReports, writeReports } from '../../run/write-reports.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Target } from '../../targets/target.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';

/** Quick, and between them they meet what people meet: every event, a failing tool, a dropped connection. */
const canaries: readonly string[] = ['golden-path', 'failing-tool', 'resume'];
const journeyNames = journeyTable.map(({ journey }) => journey.name);

const OptionsSchema = z.object({
  config: z.string().optional(),
  every: DurationSchema.prefault('30 s'),
  for: DurationSchema.optional(),
  rounds: z.coerce.number().int().min(1).optional(),
  confirm: z.coerce.number().int().min(1).default(1),
  users: z.coerce.number().int().min(1).max(32).default(2),
  journey: z.array(z.string()).default([...canaries]),
  stay: z.boolean().default(false),
  revert: z.boolean().default(false),
  webhook: z.url({ protocol: /^https?$/ }).optional(),
  store: z.string().optional(),
  keep: z.coerce.number().int().min(1).default(2880),
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  seed: z.string().min(1).optional(),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** `golden-path monitor`: canary journeys in a loop while something is changed. */
export const command: Command = {
  arguments: [{ name: '[target]', sentence: sharedOptions.target.sentence }],
  options: [
    { flags: '--every <time>', sentence: 'from one round to the next (30s)' },
    { flags: '--for <time>', sentence: 'stop after this long; without it, at a change of state' },
    { flags: '--rounds <n>', sentence: 'stop after so many rounds' },
    { flags: '--confirm <n>', sentence: 'rounds in a row that must agree on a change (1)' },
    { flags: '--users <n>', sentence: 'how many walk together (1 to 32, default 2)' },
    {
      flags: '--journey <name>',
      sentence: `walk this instead of ${canaries.join(', ')}; may be repeated`,
      repeatable: true,
      choices: journeyNames,
    },
    { flags: '--stay', sentence: 'go on watching after a change of state' },
    {
      flags: '--revert',
      sentence: 'run rollback.revert of the config when a delivered path breaks, and see it heal',
    },
    { flags: '--webhook <url>', sentence: 'POST every change of state there, as JSON' },
    {
      flags: '--store <place>',
      sentence: 'SQLite file or postgres:// URL that keeps every round (reports/results.sqlite)',
    },
    { flags: '--keep <n>', sentence: 'newest rounds that the store keeps (2880)' },
    {
      flags: '--port <n>',
      sentence: 'serve dashboard and /metrics meanwhile; 0 takes a free port',
    },
    sharedOptions.strict,
    sharedOptions.seed,
    sharedOptions.config,
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const options = readOptions(OptionsSchema, input);
    const config = await loadConfig(options.config);
    const name = input.operands[0] ?? config.target;
    const store = await openStore(storeLocation(options.store));
    try {
      const target = await openTarget(name, config);
      const folder = makeRunFolder();
      const server =
        options.port === undefined
          ? undefined
          : await serveDashboard(store, { port: options.port });
      if (server !== undefined)
        console.say(`watch at ${server.url}, metrics at ${server.url}metrics`);
      try {
        const watched = await watchTarget({
          ...options,
          target,
          journeys: options.journey.map(findJourney),
          seed: options.seed ?? randomBytes(4).toString('hex'),
          id: folder.id,
          folder: folder.path,
          everyMs: options.every,
          forMs: options.for,
          gear: options.revert
            ? requireGear(target, config, folder.path, options.config)
            : undefined,
          keep: async (result) => {
            await handOverResult(result).catch((error: unknown) =>
              console.say(`not sent to OpenTelemetry: ${String(error)}`),
            );
            await store.put(result);
            await store.prune({ runs: options.keep, target: result.target });
            if (result.gate?.verdict !== 'pass') leaveReports(result, folder.path);
          },
          say: console.say,
          signal: input.signal,
        });
        console.write(options.json ? `${JSON.stringify(watched)}\n` : `${closing(watched)}\n`);
        return exitCodeOf(watched.worst);
      } finally {
        await server?.close();
        await target[Symbol.asyncDispose]();
      }
    } finally {
      await store.close();
    }
  },
};

function findJourney(name: string): Journey {
  const entry = journeyTable.find(({ journey }) => journey.name === name);
  if (entry !== undefined) return entry.journey;
  throw new HarnessError('USAGE', `there is no journey "${name}" (${journeyNames.join(', ')})`);
}

/** Asked for before the first round: a way back that is missing must not be found out when it is needed. */
function requireGear(
  target: Target,
  config: Config,
  folder: string,
  configFile: string | undefined,
): Switchgear {
  const file = findConfig(configFile);
  const root = file === undefined ? process.cwd() : dirname(file);
  const previous = config.previous?.target ?? 'the phase before';
  const gear = openSwitchgear({ target, previous, config, root, folder });
  if (gear !== undefined) return gear;
  throw new HarnessError(
    'USAGE',
    '--revert needs rollback: { revert, apply } in the configuration: shell commands that lead the target back and forth',
  );
}

/** A round that did not pass is there to be looked at, also without the store. */
function leaveReports(result: Result, folder: string): void {
  const round = result.run_id.slice(result.run_id.lastIndexOf('round-'));
  writeReports(result, standardReports(join(folder, round)));
}

function closing({ rounds, changes, worst, reverted }: Watched): string {
  const turns = changes.map(({ to }) => to).join(' -> ');
  const back = reverted === undefined ? '' : `; reverted: ${reverted}`;
  return `${worst.toUpperCase()}: ${rounds} ${rounds === 1 ? 'round' : 'rounds'} watched, ${turns === '' ? 'nothing seen' : turns}${back}`;
}
