import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { Canaries } from './canaries.ts';
import { isolationValue } from './value.ts';

/** A secret may be split over two pieces of an answer, so that no single frame holds it. */
export const isoCanaryText: CheckDeclaration = {
  id: 'ISO-CANARY-TEXT',
  level: 'MUST',
  title: 'no answer holds what belongs to another user',
  requirement: 'No text of an answer, pieces joined, holds a secret of another user.',
  reason: 'A shared cache or agent state mixes one user’s results into another user’s answer.',
  value: isolationValue,
  scope: 'view',
  hears: ['plant', 'message_delta', 'agent_completed', 'agent_thinking'],
  provenBy: ['F82', 'D28'],
  leftGreenBy: ['K02', 'K13', 'K15'],
  applies: ({ visibility }) => visibility !== 'everyone' || 'everyone may see everything here',
  open,
};

interface Tail {
  text: string;
  n: number;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const canaries = new Canaries();
  const tailOf = context.perRun((): Tail => ({ text: '', n: 0 }));
  return {
    step(record, event, run) {
      if (record.type === 'plant') canaries.plant(record);
      if (record.type !== 'frame' || event?.text === undefined || run === undefined) return;
      const tail = tailOf(run);
      const joins = event.kind === 'message_delta' && tail.text !== '';
      const text = joins ? tail.text + event.text : event.text;
      const { user } = run;
      for (const canary of canaries.findIn(text)) {
        if (canary.owner === user || user === undefined) {
          findings.meet();
          continue;
        }
        findings.fail(
          [canary.planted, ...(joins ? [tail.n] : []), record.n],
          `${canary.text} must not stand in an answer to ${user} because it was planted for ${canary.owner} in record ${canary.planted}.`,
          `However, the text of run ${run.id} holds it, up to record ${record.n}.`,
        );
      }
      if (event.kind !== 'message_delta') return;
      tail.text = canaries.unfinished(text);
      tail.n = record.n;
    },
    end: () => findings.outcome(),
  };
}
