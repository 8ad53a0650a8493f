import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** RFC 6455 section 7.4.1: a purpose fulfilled, or an end point that goes away. Neither answers garbage. */
const contented: ReadonlySet<number> = new Set([1000, 1001]);

export const wireCloseMeaning: CheckDeclaration = {
  id: 'WIRE-CLOSE-MEANING',
  level: 'SHOULD',
  title: 'close codes mean what they say',
  requirement: 'Garbage is answered with an error, or with a close code that names it.',
  reason: 'A client that is told "all is well" will send the same garbage again.',
  value: wireValue,
  scope: 'connection',
  hears: ['act', 'close'],
  provenBy: ['F61'],
  leftGreenBy: ['K08'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const unanswered = new Map<string, number>();
  return {
    step(record) {
      if (record.type === 'act' && record.act === 'abuse' && record.connection !== undefined) {
        findings.meet();
        unanswered.set(record.connection, record.n);
      }
      if (record.type !== 'close') return;
      const abuse = unanswered.get(record.connection);
      unanswered.delete(record.connection);
      const answered = (context.latestOn(record.connection) ?? -1) > (abuse ?? -1);
      const content = contented.has(record.code ?? 0) && record.cause !== 'probe';
      if (abuse === undefined || answered || !content) return;
      findings.fail(
        [abuse, record.n],
        `The garbage of record ${abuse} must be named in the answer because its sender has to learn of it.`,
        `However, the target closed with ${record.code}, as if nothing were wrong.`,
      );
    },
    end: () => findings.outcome(),
  };
}
