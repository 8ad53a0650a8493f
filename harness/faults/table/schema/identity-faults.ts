import { change } from '../../damage/message-damages.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import { reuseRunId } from '../../damage/reuse-run-id.ts';
import type { FaultRow } from '../../fault-row.ts';
import { edit, readFields } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

const toolKinds: ReadonlySet<unknown> = new Set(['tool_executing', 'tool_completed']);

export const identityFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F45',
    title: 'a later run has the id of an earlier one',
    owner: 'ONCE-RUNID',
    entails: ['ISO-RUNMIX'],
    says: /must not begin again/,
    damage: reuseRunId,
  }),
  onFrames({
    id: 'F47',
    title: 'a terminal names another run',
    owner: 'ISO-RUNMIX',
    entails: ['LIFE-TERM'],
    says: /of which nothing else was ever seen/,
    promises: { deadlines: { terminal_ms: 2_000 } },
    damage: change('agent_completed', (text) => edit(text, { run_id: 'run_of_nobody', seq: 1 })),
  }),
  onFrames({
    id: 'D29',
    title: 'what a tool does is told under another thread',
    owner: 'ISO-RUNMIX',
    says: /thread/,
    damage: reworkRun('moved the tools of a run to another thread', (texts) =>
      texts.map((text) =>
        toolKinds.has(readFields(text)['type']) ? edit(text, { thread_id: 'thr_of_before' }) : text,
      ),
    ),
  }),
];
