import type { CheckContext, CheckFold, PriorDelivery, SequenceLine } from '../../contract/check.ts';
import { Findings } from '../findings.ts';

/** `duplicate`: a number again with other content. `back`: a new number below the last. `reset`: counting anew. */
export type SequenceBreak = 'duplicate' | 'back' | 'reset';

interface Low {
  readonly seq: number;
  readonly n: number;
  readonly before: number;
  readonly prior: PriorDelivery | undefined;
}

/** What is known of a line on which some number did not go up. */
interface Broken {
  /** The first number of the scope came again: whether it is a reset shows with the next low number. */
  held: Low | undefined;
  /** How far the new count has come after a reset. */
  recount: number | undefined;
}

interface Rule {
  readonly owns: SequenceBreak;
  readonly must: (scope: string) => string;
  readonly however: (seq: number, before: number, n: number) => string;
}

/**
 * Sorts every number that does not go up into one of three breaks and judges the one the rule owns. A number again
 * with the same content is a repetition, not a break.
 */
export function openSequenceBreaks(context: CheckContext, rule: Rule): CheckFold {
  const findings = new Findings();
  const { scope = 'run', first = 1, resets_on: resetsOn } = context.promises.sequence ?? {};
  const brokenLines = new Map<SequenceLine, Broken>();

  function report(kind: SequenceBreak, { seq, before, n }: Low): void {
    if (kind !== rule.owns) return;
    findings.fail([before, n], rule.must(scope), rule.however(seq, before, n));
  }

  function judgeLow(low: Low): void {
    const { prior } = low;
    if (prior === undefined) report('back', low);
    else if (!prior.equal) report('duplicate', { ...low, before: prior.n });
  }

  function settle(broken: Broken): void {
    if (broken.held !== undefined) judgeLow(broken.held);
    broken.held = undefined;
  }

  function hearLow(broken: Broken, low: Low): void {
    const { held } = broken;
    if (broken.recount !== undefined && low.seq === broken.recount + 1) {
      broken.recount = low.seq;
    } else if (held !== undefined && low.seq === held.seq + 1) {
      report('reset', held);
      broken.held = undefined;
      broken.recount = low.seq;
    } else {
      settle(broken);
      if (low.seq === first) broken.held = low;
      else judgeLow(low);
    }
  }

  return {
    step(record, event, run) {
      if (event?.seq === undefined || event.replay === true || record.type !== 'frame') return;
      const { line } = run ?? {};
      if (line?.high === undefined || line.last === undefined || event.seq > line.high) return;
      if (resetsOn === 'epoch' && record.epoch !== line.epoch) return;
      const broken = brokenLines.get(line) ?? { held: undefined, recount: undefined };
      brokenLines.set(line, broken);
      hearLow(broken, { seq: event.seq, n: record.n, before: line.last, prior: run?.prior });
    },
    closeRun({ line }) {
      if (scope !== 'run' || line === undefined || brokenLines.size === 0) return;
      const broken = brokenLines.get(line);
      if (broken !== undefined) settle(broken);
      brokenLines.delete(line);
    },
    end() {
      for (const broken of brokenLines.values()) settle(broken);
      findings.meet(context.heard().numbered);
      return findings.outcome();
    },
  };
}
