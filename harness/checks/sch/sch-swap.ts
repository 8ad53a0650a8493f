import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { schemaValue } from './value.ts';

export const schSwap: CheckDeclaration = {
  id: 'SCH-SWAP',
  level: 'MUST',
  title: 'no field holds what belongs in another',
  requirement:
    'A call has one tool from its announcement to its end, whose name is not that of its agent and no id of its run.',
  reason: 'Adapters took the same arguments in another order, and names changed places in silence.',
  value: schemaValue,
  scope: 'run',
  hears: ['tool_executing', 'tool_completed'],
  provenBy: ['D22'],
  leftGreenBy: ['K02', 'K09', 'K22'],
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
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
