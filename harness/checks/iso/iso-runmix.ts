import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { runKinds } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { isolationValue } from './value.ts';

/** Judges ids. What a secret gives away is ISO-CANARY, so that a leak is found by content and by address. */
export const isoRunmix: CheckDeclaration = {
  id: 'ISO-RUNMIX',
  level: 'MUST',
  title: 'events name the run, thread and user they belong to',
  requirement:
    'Every event names a run of the user who receives it, that run’s thread, and that user.',
  reason: 'An event under the wrong id ends, fills or bills somebody else’s conversation.',
  value: isolationValue,
  scope: 'view',
  hears: [...runKinds, 'repeat'],
  provenBy: ['F47', 'D29'],
  leftGreenBy: ['K02', 'K05', 'K07'],
  applies: ({ visibility }) => visibility !== 'everyone' || 'everyone may see everything here',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();

  /** What is foreign about an event, if anything. */
  function foreign(event: CanonicalEvent, run: RunTrack): string | undefined {
    const home = run.home ? run : context.runOf(run.id);
    const { user, identity } = run;
    if (home?.user !== undefined && user !== undefined && home.user !== user) {
      return `belongs to run ${run.id} of ${home.user} and reached ${user}`;
    }
    if (identity !== undefined && event.user !== undefined && event.user !== identity) {
      return `names the user ${event.user} and reached ${identity}`;
    }
    if (event.thread !== undefined && home?.thread !== undefined && event.thread !== home.thread) {
      return `names thread ${event.thread}, while run ${run.id} is in thread ${home.thread}`;
    }
    return undefined;
  }

  return {
    step(record, event, run) {
      if (run === undefined || event === undefined || event.derived_from !== undefined) return;
      findings.meet();
      const what = foreign(event, run);
      if (what === undefined) return;
      findings.fail(
        [run.home ? run.first : (context.runOf(run.id)?.first ?? run.first), record.n],
        'Every event must name a run, a thread and a user of its receiver because clients file it by them.',
        `However, ${event.kind} in record ${record.n} ${what}.`,
      );
    },
    closeRun(run) {
      const stray = run.asked === undefined && run.first === run.last && run.start === undefined;
      if (!stray || run.terminalKind === undefined) return;
      findings.fail(
        [run.last],
        'A terminal must name the run it ends because nothing else tells which one that is.',
        `However, record ${run.last} ends run ${run.id}, of which nothing else was ever seen.`,
      );
    },
    end: () => findings.outcome(),
  };
}
