import type { CallTrack, CheckContext, CheckFold, RunTrack } from '../../contract/check.ts';
import { Findings } from '../findings.ts';

/** Judges the completions of a run that nothing announced, once the whole run is known. */
export function openOrphans(
  context: CheckContext,
  explain: (run: RunTrack, orphan: CallTrack) => readonly [must: string, however: string],
  owns: (run: RunTrack, orphan: CallTrack) => boolean,
): CheckFold {
  const findings = new Findings();
  return {
    step(_record, _event, run) {
      if (run?.call?.completions === 1) findings.meet();
    },
    closeRun(run) {
      if (run.calls.size === 0 || context.endingOf(run) === 'dropped') return;
      for (const call of run.calls.values()) {
        const { executing, completed } = call;
        if (executing !== undefined || completed === undefined || !owns(run, call)) continue;
        findings.fail([completed], ...explain(run, call));
      }
    },
    end: () => findings.outcome(),
  };
}
