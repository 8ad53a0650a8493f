import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { onceValue } from './value.ts';

export const onceExec: CheckDeclaration = {
  id: 'ONCE-EXEC',
  level: 'MUST',
  title: 'a tool call executes once',
  requirement: 'No call has a second tool_executing, except one that is declared a repetition.',
  reason: 'The same call started twice is work done twice.',
  value: onceValue,
  scope: 'run',
  hears: ['tool_executing'],
  provenBy: ['F16', 'D23'],
  leftGreenBy: ['K01', 'K02', 'K07'],
  open() {
    const findings = new Findings();
    return {
      step(record, _event, run) {
        const call = run?.call;
        if (call?.executing === undefined) return;
        if (call.executions === 1) {
          findings.meet();
          return;
        }
        findings.fail(
          [call.executing, record.n],
          `Call ${call.id} must execute once because its id stands for one call.`,
          `However, record ${record.n} executes it again.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
