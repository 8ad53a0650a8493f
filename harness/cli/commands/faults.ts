import { z } from 'zod';
import { exitCodes, mergeExitCodes, type ExitCode } from '../../contract/exit-code.ts';
import type { DecoyCell, FaultCell, KillMatrix } from '../../contract/kill-matrix.ts';
import { renderMatrix } from '../../faults/matrix/render-matrix.ts';
import { runFaults } from '../../run/run-faults.ts';
import { parseReportOrder, writeReports } from '../../run/write-reports.ts';
import type { Command } from '../command.ts';
import { ShardSchema } from '../shard.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';
import { tellFailures } from '../tell-failures.ts';

const OptionsSchema = z.object({
  only: z.array(z.string()).optional(),
  seed: z.string().min(1).optional(),
  shard: ShardSchema.optional(),
  json: z.boolean().default(false),
  reporter: z.array(z.string()).default([]),
});

/** `golden-path faults`: seeded faults and decoys against the reference, and which check reports which. */
export const command: Command = {
  arguments: [],
  options: [
    {
      flags: '--only <id>',
      sentence: 'this fault or decoy only, such as F12 or K03; may be repeated',
      repeatable: true,
    },
    { flags: '--shard <i/n>', sentence: 'this part of the rows only' },
    { flags: '--seed <seed>', sentence: 'the same seed strikes the same places' },
    sharedOptions.reporter,
    sharedOptions.json,
    sharedOptions.compact,
    sharedOptions.noCompact,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const { only, seed, shard, json, reporter } = readOptions(OptionsSchema, input);
    const orders = reporter.map(parseReportOrder);
    const started = performance.now();
    const result = await runFaults({
      signal: input.signal,
      ...(only === undefined ? {} : { only }),
      ...(seed === undefined ? {} : { seed }),
      ...(shard === undefined ? {} : { shard }),
      progress(cell, done, total) {
        const left = ((performance.now() - started) / done) * (total - done);
        console.say(`${done}/${total}  ${describe(cell)}  ${Math.ceil(left / 1000)} s left`);
      },
    });
    const { kill_matrix: matrix } = result;
    console.write(json ? `${JSON.stringify(published(matrix))}\n` : renderMatrix(matrix, console));
    const failures = writeReports(result, orders);
    const codes = tellFailures(failures, console);
    const verdict = (result.gate?.exit_code ?? exitCodes.unknown) as ExitCode;
    return mergeExitCodes([verdict, ...codes]);
  },
};

function describe(cell: FaultCell | DecoyCell): string {
  if ('check' in cell) return `${cell.id} ${cell.verdict}`;
  return `${cell.id} ${cell.alarms.length === 0 ? 'green' : 'ALARM'}`;
}

/** What other tools read: ids and verdicts, nothing that changes from run to run. */
function published({ faults, decoys }: KillMatrix) {
  return {
    faults: faults.map(({ id, check, verdict }) => ({ id, check, verdict })),
    decoys: decoys.map(({ id, alarms }) => ({ id, alarms })),
  };
}
