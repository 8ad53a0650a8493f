import { z } from 'zod';
import { exitCodeOf } from '../../contract/exit-code.ts';
import { renderMatrix } from '../../faults/matrix/render-matrix.ts';
import type { DecoyCell, FaultCell, MatrixReport } from '../../faults/matrix/report.ts';
import { runMatrix } from '../../faults/matrix/run-matrix.ts';
import { verdictOfMatrix } from '../../faults/matrix/verdict-of-matrix.ts';
import type { Command } from '../command.ts';
import { ShardSchema } from '../shard.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';

const OptionsSchema = z.object({
  only: z.array(z.string()).optional(),
  seed: z.string().min(1).optional(),
  shard: ShardSchema.optional(),
  json: z.boolean().default(false),
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
    sharedOptions.json,
    sharedOptions.quiet,
  ],
  async run(input, console) {
    const { only, seed, shard, json } = readOptions(OptionsSchema, input);
    const started = performance.now();
    const report = await runMatrix({
      signal: input.signal,
      ...(only === undefined ? {} : { only }),
      ...(seed === undefined ? {} : { seed }),
      ...(shard === undefined ? {} : { shard }),
      progress(cell, done, total) {
        const left = ((performance.now() - started) / done) * (total - done);
        console.say(`${done}/${total}  ${describe(cell)}  ${Math.ceil(left / 1000)} s left`);
      },
    });
    console.write(json ? `${JSON.stringify(published(report))}\n` : renderMatrix(report));
    return exitCodeOf(verdictOfMatrix(report));
  },
};

function describe(cell: FaultCell | DecoyCell): string {
  if ('check' in cell) return `${cell.id} ${cell.verdict}`;
  return `${cell.id} ${cell.alarms.length === 0 ? 'green' : 'ALARM'}`;
}

/** What other tools read: ids and verdicts, nothing that changes from run to run. */
function published({ faults, decoys }: MatrixReport) {
  return {
    faults: faults.map(({ id, check, verdict }) => ({ id, check, verdict })),
    decoys: decoys.map(({ id, alarms }) => ({ id, alarms })),
  };
}
