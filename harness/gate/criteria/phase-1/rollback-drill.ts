import type { Drill } from '../../../contract/drill.ts';
import type { Criterion, Judgement } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** Every later phase is a change that may have to be taken back while people work. */
export const rollbackDrill: Criterion = {
  id: 'rollback-drill',
  phase: 1,
  title: 'the previous phase can come back and go again while people chat',
  needs: ['drill'],
  judge({ drill }) {
    if (drill === undefined) return noEvidence('no drill was run');
    if (drill.ended === 'interrupted') return noEvidence(drill.problem ?? 'the drill was cut off');
    if (drill.ended !== 'complete') {
      const next = 'give the target a way back, and say it in `rollback` of the configuration';
      return { verdict: 'fail', reason: drill.problem ?? 'there is no way back', next };
    }
    return judgeSwitches(drill);
  },
};

function judgeSwitches(drill: Drill): Judgement {
  const troubles = troublesOf(drill);
  const [first] = troubles;
  if (first !== undefined) {
    const more = troubles.length === 1 ? '' : ` (and ${troubles.length - 1} more)`;
    return { verdict: 'fail', reason: `${first}${more}`, rests_on: rests(drill), next: look };
  }
  const open = openQuestions(drill);
  if (open !== undefined) return { ...noEvidence(open), rests_on: rests(drill) };
  const inFlight = drill.switches.reduce((sum, each) => sum + each.in_flight, 0);
  const longest = Math.max(...drill.switches.map((each) => each.settled_ms ?? 0));
  const reason = `${plural(drill.switches.length, 'switch', 'switches')} with ${plural(inFlight, 'run')} in flight, ${plural(drill.runs, 'run')} in all: none lost, nothing twice; a switch took at most ${(longest / 1000).toFixed(1)} s`;
  return { verdict: 'pass', reason, rests_on: rests(drill) };
}

const look = 'the timeline of the drill in the report shows when; its history is stored beside it';

function troublesOf({ switches, newly_red: newlyRed }: Drill): string[] {
  return [
    ...switches.flatMap(({ kind, to, lost_runs: lost, duplicated_events: twice, ...each }) => [
      ...(lost.length === 0 ? [] : [`the ${kind} to ${to} lost ${plural(lost.length, 'run')}`]),
      ...(twice.length === 0
        ? []
        : [`the ${kind} to ${to} delivered ${plural(twice.length, 'event')} twice, undeclared`]),
      ...(each.build_before !== undefined && each.build_before === each.build_after
        ? [`after the ${kind} to ${to} the same build answers as before (${each.build_before})`]
        : []),
    ]),
    ...newlyRed.map(({ id, however }) => `after the revert ${id} fails: ${however}`),
  ];
}

/** What must have been seen before silence counts as success. */
function openQuestions({ switches, runs, ...drill }: Drill): string | undefined {
  const kinds = new Set(switches.map(({ kind }) => kind));
  if (!kinds.has('revert') || !kinds.has('apply')) return 'it did not go both ways';
  const idle = switches.find((each) => each.in_flight === 0);
  if (idle !== undefined) return `no run was in flight when the ${idle.kind} was ordered`;
  const mute = switches.find((each) => each.answered_ms === undefined);
  if (mute !== undefined) return `nobody was greeted after the ${mute.kind} to ${mute.to}`;
  if (runs === 0) return 'nobody chatted';
  if (drill.compared_checks.length === 0) return 'no check was met after the revert';
  return undefined;
}

function rests({ compared_checks: compared, newly_red: red }: Drill): string[] {
  return red.length === 0 ? compared.slice(0, 20) : red.map(({ id }) => id);
}
