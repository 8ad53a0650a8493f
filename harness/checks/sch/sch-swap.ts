import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { schemaValue } from './value.ts';

export const schSwap: CheckDeclaration = {
  id: 'SCH-SWAP',
  level: 'MUST',
  title: 'no field holds what belongs in another',
  requirement: 'The name of a tool is not the name of its agent and not an id of its run.',
  reason: 'Adapters took the same arguments in another order, and names changed places in silence.',
  value: schemaValue,
  scope: 'run',
  hears: ['tool_executing', 'tool_completed'],
  provenBy: ['D22'],
  leftGreenBy: ['K02', 'K09'],
  open() {
    const findings = new Findings();
    return {
      step(record, event) {
        if (event?.tool === undefined) return;
        findings.meet();
        const { tool, agent, run, thread, user, call } = event;
        const place = Object.entries({ agent, run, thread, user, call }).find(
          ([, value]) => value === tool,
        );
        if (place === undefined) return;
        findings.fail(
          [record.n],
          'The tool of a call must be named by its own name because clients show it.',
          `However, record ${record.n} calls it ${JSON.stringify(tool)}, which is its ${place[0]}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
