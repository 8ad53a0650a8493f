import { cancel } from '../../../probe/journeys/cancel.ts';
import { change } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, readFields } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';
import { inBothForms, onFrames } from '../sketch.ts';

/** The cancel is confirmed and never reaches the agent. */
const ignoreCancel: Damage = (bench) => ({
  sent(text, lane) {
    const { type, run_id } = readFields(text);
    if (type !== 'cancel' || lane.number !== bench.victim) return [text];
    bench.bite('confirmed a cancel and went on', lane);
    lane.say(JSON.stringify({ type: 'cancel_accepted', run_id }));
    return [];
  },
});

const failure = { status: 'failed', error_code: 'AGENT_FAILED', error_message: 'stopped' };

export const cancelFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F22',
    title: 'a cancel is accepted and the run goes on',
    owner: 'LIFE-CANCEL',
    says: /must only finish its tools/,
    journey: cancel,
    damage: ignoreCancel,
  }),
  ...inBothForms({
    id: 'F23',
    title: 'a cancel is reported as a failure',
    owner: 'LIFE-CANCEL',
    lost: [],
    says: /ended with agent_error/,
    journey: cancel,
    damage: change('agent_cancelled', (text) => asKind(text, 'agent_error', failure)),
  }),
];
