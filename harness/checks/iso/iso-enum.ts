import type { CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { isolationValue } from './value.ts';

/** As many neighbouring ids in a row are no accident. */
const telltale = 4;
/** Ids this close to the one before are found by trying. */
const close = 16;
/** Further digits than these are random or time, not a count. */
const countedDigits = 9;

export const isoEnum: CheckDeclaration = {
  id: 'ISO-ENUM',
  level: 'SHOULD',
  title: 'ids cannot be guessed',
  requirement: 'Ids of runs and threads do not count up.',
  reason: 'With countable ids, one missing permission check exposes everything.',
  value: isolationValue,
  scope: 'run',
  hears: ['first'],
  provenBy: ['F86'],
  leftGreenBy: ['K05', 'K07'],
  open,
};

interface Streak {
  prefix: string;
  count: number;
  records: number[];
}

function open(): CheckFold {
  const findings = new Findings();
  const streaks = { run: emptyStreak(), thread: emptyStreak() };

  function follow(what: 'run' | 'thread', id: string, run: RunTrack): void {
    const streak = streaks[what];
    const { prefix, count } = splitCount(id);
    const step = count - streak.count;
    const goesOn = prefix === streak.prefix && step > 0 && step <= close;
    streak.records = goesOn ? [...streak.records, run.first] : [run.first];
    streak.prefix = prefix;
    streak.count = count;
    if (streak.records.length !== telltale + 1) return;
    findings.fail(
      streak.records,
      `The id of a ${what} must not follow from another one because ids get around.`,
      `However, ${telltale + 1} in a row count up, the last one being ${id}.`,
    );
  }

  return {
    step(_record, _event, run) {
      if (run === undefined) return;
      findings.meet();
      follow('run', run.id, run);
      if (run.thread !== undefined && run.thread !== run.id) follow('thread', run.thread, run);
    },
    end: () => findings.outcome(),
  };
}

function emptyStreak(): Streak {
  return { prefix: '', count: NaN, records: [] };
}

/** The number at the end of an id, and what comes before it; no number that counts gives NaN. */
function splitCount(id: string): { prefix: string; count: number } {
  let end = id.length;
  while (end > 0 && isDigit(id.charCodeAt(end - 1))) end -= 1;
  const digits = id.length - end;
  const countable = digits > 0 && digits <= countedDigits;
  return { prefix: id.slice(0, end), count: countable ? Number(id.slice(end)) : NaN };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
