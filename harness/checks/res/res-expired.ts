import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resExpired: CheckDeclaration = {
  id: 'RES-EXPIRED',
  level: 'MUST',
  title: 'a resume is always answered',
  requirement:
    'A resume gets events, its completion or an error before the deadline, also when it comes too late.',
  reason: 'A client that hears nothing waits for a replay that will never come.',
  value: resumeValue,
  scope: 'connection',
  hears: ['act', 'returned', 'resume_completed', 'error', 'close', 'harness'],
  provenBy: ['F93'],
  leftGreenBy: ['K01', 'K14'],
  applies: needsResume,
  open,
};

interface Asked {
  readonly n: number;
  readonly at: number;
  readonly run: string | undefined;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const waiting = new Map<string, Asked>();
  const deadline = context.promises.deadlines.first_event_ms;

  function judge({ n, at, run }: Asked, until: { n: number; at: number } | undefined): void {
    if (until === undefined || until.at - at < deadline) {
      findings.doubt(`the resume of record ${n} was not watched to its deadline`);
      return;
    }
    delays.judge({ from: at, until: until.at, deadline }, () =>
      findings.fail(
        [n, until.n],
        `The resume of run ${run ?? ''} must be answered within ${deadline} ms because the client waits for it.`,
        `However, nothing came in ${Math.round(until.at - at)} ms.`,
      ),
    );
  }

  return {
    step(record, event) {
      delays.hear(record);
      if (record.type === 'act' && record.act === 'resume' && record.connection !== undefined) {
        findings.meet();
        waiting.set(record.connection, { n: record.n, at: record.at, run: record.run });
      }
      if (record.type === 'close') {
        const asked = waiting.get(record.connection);
        waiting.delete(record.connection);
        // Whoever hangs up after the deadline has waited as long as was promised; a target that hangs up has answered.
        if (asked !== undefined && record.cause === 'probe') judge(asked, record);
      }
      if (waiting.size === 0 || record.type !== 'frame' || event === undefined) return;
      const asked = waiting.get(record.connection);
      if (asked === undefined) return;
      const answers = event.kind === 'error' || asked.run === undefined || event.run !== undefined;
      if (answers) waiting.delete(record.connection);
    },
    end() {
      for (const asked of waiting.values()) judge(asked, context.watchEnd());
      delays.end();
      return findings.outcome();
    },
  };
}
