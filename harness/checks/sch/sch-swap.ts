import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckDeclaration, RunTrack } from '../../contract/check.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { CallWords } from './call-words.ts';
import { schemaValue } from './value.ts';

export const schSwap: CheckDeclaration = {
  id: 'SCH-SWAP',
  level: 'MUST',
  title: 'no field holds what belongs in another',
  requirement:
    'A call has one tool from its announcement to its end, whose name is not that of its agent and no id of its run, and no result of another call.',
  reason:
    'Adapters took the same arguments in another order, and names, or the results of parallel calls, changed places in silence.',
  value: schemaValue,
  scope: 'run',
  hears: ['plant', 'tool_executing', 'tool_completed'],
  provenBy: ['D22'],
  leftGreenBy: ['K02', 'K09', 'K22'],
  open(context) {
    const findings = new Findings();
    const words = new CallWords(context);

    function judgeResult(record: HistoryRecord, event?: CanonicalEvent, run?: RunTrack): void {
      const heard = words.hear(record, event, run);
      if (heard === undefined || run === undefined || heard.given.size === 0) return;
      if (!heard.given.isDisjointFrom(heard.got)) return;
      const other = words.givenElsewhere(run, heard.call, heard.got);
      if (other === undefined) return;
      findings.fail(
        [heard.announced, other, heard.completed],
        `The result of call ${heard.call} must be its own because record ${heard.announced} says what it was given.`,
        `However, record ${heard.completed} holds what record ${other} gave to another call, and nothing of its own.`,
      );
    }

    return {
      step(record, event, run) {
        judgeResult(record, event, run);
        if (event?.tool === undefined) return;
        findings.meet();
        const named = `However, record ${record.n} calls it ${JSON.stringify(event.tool)}`;
        const place = placeOf(event.tool, event, run?.agent);
        const { executing, tool: announced } = run?.call ?? {};
        if (place !== undefined) {
          findings.fail(
            [record.n],
            'The tool of a call must be named by its own name because clients show it.',
            `${named}, which is its ${place}.`,
          );
        } else if (executing !== undefined && announced !== undefined && announced !== event.tool) {
          findings.fail(
            [executing, record.n],
            `The tool of a call must stay ${JSON.stringify(announced)} because record ${executing} announced it so.`,
            `${named}.`,
          );
        }
      },
      end: () => findings.outcome(),
    };
  },
};

/**
 * The field that this name belongs in, if it is not the name of a tool. Where two names have changed places, only the
 * agent that the run began with tells.
 */
function placeOf(
  tool: string,
  event: CanonicalEvent,
  agent: string | undefined,
): string | undefined {
  if (event.agent === tool || agent === tool) return 'agent';
  if (event.run === tool) return 'run';
  if (event.thread === tool) return 'thread';
  if (event.user === tool) return 'user';
  return event.call === tool ? 'call' : undefined;
}
