import type { NightPart } from '../../contract/night.ts';
import type { BenchTargetOptions } from '../../perf/bench/bench-target.ts';
import type { NightLimits } from './night-order.ts';

/** One part of a night as it is meant to be: what it costs, and how it is carried out. */
export interface PlannedPart {
  readonly name: NightPart;
  readonly runs: number;
  /** How long it takes at least, in ms. */
  readonly lastsMs: number;
  readonly options: Partial<BenchTargetOptions>;
}

/** Fewest turns of a session that are worth taking. */
const fewestTurns = 3;

const few = {
  sessions: 4,
  loadRuns: 60,
  reconnect: { sessions: 2, rounds: 2 },
  delivery: { sessions: 1, answers: 2 },
} as const;
const many = {
  sessions: 32,
  loadRuns: 1000,
  reconnect: { sessions: 20, rounds: 3 },
  delivery: { sessions: 10, answers: 3 },
} as const;

/** The scenarios of a night at its rate: all sessions together begin `perSecond` turns a second, and never more. */
export function planParts(
  limits: NightLimits,
  { users, shared }: { readonly users: number; readonly shared: boolean },
): PlannedPart[] {
  const usual = shared ? few : many;
  const sessions = Math.min(users, usual.sessions);
  const everyMs = (sessions * 1000) / limits.perSecond;
  const turns = Math.ceil(usual.loadRuns / sessions);
  const { reconnect, delivery } = usual;
  const drops = reconnect.sessions * reconnect.rounds;
  const answers = delivery.sessions * delivery.answers;
  const soakTurns = Math.max(fewestTurns, Math.ceil(limits.soakMs / everyMs));
  const steady = { sessions, everyMs };
  return [
    {
      name: 'load',
      runs: sessions * turns,
      lastsMs: turns * everyMs,
      options: { ...steady, turns },
    },
    { name: 'reconnect', runs: drops, lastsMs: 0, options: { reconnect } },
    { name: 'delivery', runs: answers, lastsMs: 0, options: { delivery } },
    {
      name: 'soak',
      runs: sessions * soakTurns,
      lastsMs: soakTurns * everyMs,
      options: { ...steady, soakMs: soakTurns * everyMs },
    },
  ];
}

/** A soak that has to do with what is left, where that is still worth it; any other part is whole or left out. */
export function shrinkSoak(
  { name, runs, options }: PlannedPart,
  left: { readonly runs: number; readonly ms: number },
): PlannedPart | undefined {
  const { sessions = 1, everyMs = 1000 } = options;
  const turns = Math.floor(Math.min(left.runs / sessions, left.ms / everyMs));
  if (name !== 'soak' || turns < fewestTurns || turns * sessions >= runs) return undefined;
  const lastsMs = turns * everyMs;
  return { name, runs: turns * sessions, lastsMs, options: { ...options, soakMs: lastsMs } };
}
