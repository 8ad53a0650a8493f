import type { CheckDeclaration } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays, type Wait } from '../probe-delays.ts';
import { truthValue } from './value.ts';

/** Exercised by each claim of health that a run was there to test. */
export const truthHealth: CheckDeclaration = {
  id: 'TRUTH-HEALTH',
  level: 'MUST',
  title: 'healthy means that chats work',
  requirement: 'While the target says that it is healthy, chats get an answer.',
  reason: 'Orchestrators route people to whatever calls itself healthy.',
  value: truthValue,
  scope: 'run',
  hears: ['http', 'harness'],
  provenBy: ['D19', 'D36'],
  leftGreenBy: ['K12', 'K14', 'K19'],
  open(context) {
    const findings = new Findings();
    const delays = new ProbeDelays(findings);
    const { first_event_ms: toAnswer, terminal_ms: toEnd } = context.promises.deadlines;
    let claim: RecordOf<'http'> | undefined;
    let answered = false;
    /** What was asked for in vain, as far as anybody can tell; matters only where nothing was answered. */
    const waits: (Wait & { readonly n: number })[] = [];

    function lacks(n: number, from: number, deadline: number): void {
      waits.push({ n, from, until: context.watchEnd()?.at ?? from, deadline });
    }

    return {
      step(record) {
        delays.hear(record);
        if (record.type !== 'http' || record.purpose !== 'health') return;
        if (record.status >= 200 && record.status < 300) claim ??= record;
      },
      closeRun(run) {
        if (run.terminalKind === 'agent_completed') answered = true;
        else if (context.endingOf(run) === 'waited') lacks(run.first, run.firstAt, toEnd);
      },
      end() {
        const end = context.watchEnd();
        for (const { chat } of context.unansweredChats()) {
          if (end === undefined || end.reason === 'aborted') break;
          if (end.at - chat.at >= toAnswer) lacks(chat.n, chat.at, toAnswer);
        }
        if (claim === undefined || (!answered && waits.length === 0)) return findings.outcome();
        findings.meet();
        if (answered || end === undefined) return findings.outcome();
        let unanswered: number | undefined;
        for (const wait of waits) delays.judge(wait, () => (unanswered ??= wait.n));
        delays.end();
        if (unanswered !== undefined) {
          findings.fail(
            [claim.n, unanswered, end.n],
            `Chats must be answered because ${claim.path} says that the target is healthy.`,
            'However, none was.',
          );
        }
        return findings.outcome();
      },
    };
  },
};
