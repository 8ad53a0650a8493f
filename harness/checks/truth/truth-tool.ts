import type { CheckDeclaration } from '../../contract/check.ts';
import { eventKinds } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { truthValue } from './value.ts';

export const truthTool: CheckDeclaration = {
  id: 'TRUTH-TOOL',
  level: 'MUST',
  title: 'what cannot happen is not announced',
  requirement:
    'A run shows no event of a kind that its message rules out, such as the execution of an unknown tool.',
  reason: 'Tools were announced that were not even registered.',
  value: truthValue,
  scope: 'run',
  hears: [],
  provenBy: ['D18'],
  leftGreenBy: ['K03', 'K08', 'K19'],
  open() {
    const findings = new Findings();
    return {
      step() {},
      closeRun(run) {
        const { asked } = run;
        if (asked?.forbids === undefined) return;
        findings.meet();
        const seen = eventKinds.find(
          (kind) => asked.forbids?.includes(kind) === true && run.firstOf(kind) !== undefined,
        );
        if (seen === undefined) return;
        findings.fail(
          [asked.n, run.firstOf(seen) ?? run.last],
          `${seen} must not come in run ${run.id} because what record ${asked.n} asks for cannot be done.`,
          `However, record ${run.firstOf(seen)} announces it.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
