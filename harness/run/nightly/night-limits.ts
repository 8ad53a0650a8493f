import type { NightLimits } from './night-order.ts';

/** Somebody else's machine, and others are using it. */
const shared: NightLimits = {
  durationMs: 20 * 60_000,
  runs: 500,
  perSecond: 1,
  soakMs: 120_000,
};

/**
 * A process that this command starts for itself. Memory is judged over 12,000 turns: measured on the reference, what it
 * fills once looks like growth over 3,000 (67 KB per 1,000 turns, and 16 KB over the longer time).
 */
const own: NightLimits = {
  durationMs: 20 * 60_000,
  runs: 20_000,
  perSecond: 100,
  soakMs: 120_000,
};

/** Whether other people may be using the target. */
export function isShared(target: string): boolean {
  return target !== 'reference' && !target.startsWith('specimen:');
}

/** What a night may spend where nobody says otherwise. */
export function limitsOf(target: string, asked: Partial<NightLimits>): NightLimits {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { ...(isShared(target) ? shared : own), ...Object.fromEntries(given) };
}
