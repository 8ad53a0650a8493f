import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { isolationValue } from './value.ts';

interface Attempt {
  readonly n: number;
  readonly act: string;
  readonly victim: string;
  readonly run: string | undefined;
  readonly thread: string | undefined;
}

/** Attempts remembered per connection: a journey makes a handful. */
const remembered = 64;

export const isoTrespass: CheckDeclaration = {
  id: 'ISO-TRESPASS',
  level: 'MUST',
  title: 'knowing an id opens nothing',
  requirement:
    'Whoever names another user’s run or thread gets an error or silence, and changes nothing.',
  reason: 'Ids stand in logs, links and screenshots; they must not be keys.',
  value: isolationValue,
  scope: 'connection',
  hears: [
    'act',
    'guest',
    'first',
    'message_accepted',
    'cancel_accepted',
    'resume_completed',
    'http',
  ],
  provenBy: ['F76', 'F85'],
  leftGreenBy: ['K07', 'K15'],
  applies: ({ visibility }) => visibility !== 'everyone' || 'everyone may see everything here',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const attemptsOn = context.perConnection((): Attempt[] => []);

  function report(attempt: Attempt, n: number, what: string): void {
    findings.fail(
      [attempt.n, n],
      `To ${attempt.act} what belongs to ${attempt.victim} must be refused because the id is all that was known of it.`,
      `However, record ${n} ${what}.`,
    );
  }

  return {
    step(record, event) {
      if (record.type === 'act' && record.act === 'trespass' && record.connection !== undefined) {
        findings.meet();
        const { n, trespass: act = 'read', victim = 'somebody else', run, thread } = record;
        const attempts = attemptsOn(record.connection);
        attempts.push({ n, act, victim, run, thread });
        if (attempts.length > remembered) attempts.shift();
      }
      if (record.type === 'http' && record.credential === 'foreign') {
        findings.meet();
        const attempt = {
          n: record.n,
          act: 'read',
          victim: 'somebody else',
          run: undefined,
          thread: undefined,
        };
        if (record.status < 300)
          report(
            attempt,
            record.n,
            `answers ${record.method} ${record.path} with ${record.status}`,
          );
      }
      if (record.type !== 'frame' || event === undefined) return;
      const hit = attemptsOn(record.connection).findLast(
        ({ run, thread }) =>
          (run !== undefined && run === event.run) ||
          (thread !== undefined && thread === event.thread),
      );
      if (hit !== undefined) report(hit, record.n, `answers with ${event.kind}`);
    },
    end: () => findings.outcome(),
  };
}
