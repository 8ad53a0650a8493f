import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { orderValue } from './value.ts';

export const ordPair: CheckDeclaration = {
  id: 'ORD-PAIR',
  level: 'MUST',
  title: 'a tool call is announced before it completes',
  requirement: 'tool_executing precedes tool_completed of the same call.',
  reason: 'A client that has completed a call does not expect it to start.',
  value: orderValue,
  scope: 'run',
  hears: ['tool_executing', 'tool_completed'],
  provenBy: ['F18'],
  leftGreenBy: ['K01', 'K02', 'K07'],
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
        const call = run?.call;
        if (call?.completed === undefined || call.executing === undefined) return;
        if (event?.kind === 'tool_completed') {
          if (call.completions === 1) findings.meet();
        } else if (call.executions === 1) {
          findings.meet();
          // A declared replay of what was missed may come behind live events that overtook it.
          if (event?.replay === true) return;
          findings.fail(
            [call.completed, record.n],
            `tool_executing of call ${call.id} must come before its tool_completed because it announces it.`,
            `However, the completion came in record ${call.completed} and the announcement in record ${record.n}.`,
          );
        }
      },
      end: () => findings.outcome(),
    };
  },
};
