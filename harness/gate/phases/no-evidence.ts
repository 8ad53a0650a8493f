import type { Judgement } from './criterion.ts';

/** The verdict over something that was not looked at. */
export function noEvidence(what: string, next?: string): Judgement {
  return { verdict: 'unknown', reason: what, ...(next === undefined ? {} : { next }) };
}
