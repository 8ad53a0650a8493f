import type { ToolResult } from '../parts.ts';

/** What one dispatcher did; every number is counted or measured. */
export interface DispatcherMetrics {
  /** Calls without a result yet. */
  readonly pending: number;
  /** Tools that run, among them those that go on after their timeout or cancel. */
  readonly running: number;
  /** Calls that ended, by how they ended; repeated calls with a known id are not counted again. */
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly timed_out: number;
  readonly refused: number;
  /** Refusals for want of a permission, a part of `refused`. */
  readonly permissionDenials: number;
  readonly eventsDelivered: number;
  /** Events the sink refused or did not confirm in time. */
  readonly eventsUndelivered: number;
  /** Tools that still ran when dispose stopped waiting for them. */
  readonly abandoned: number;
  readonly totalExecutionMs: number;
}

/** The running counts behind a dispatcher's metrics. */
export type DispatchTally = { -readonly [Name in keyof DispatcherMetrics]: number };

export function openTally(): DispatchTally {
  return {
    pending: 0,
    running: 0,
    completed: 0,
    failed: 0,
    cancelled: 0,
    timed_out: 0,
    refused: 0,
    permissionDenials: 0,
    eventsDelivered: 0,
    eventsUndelivered: 0,
    abandoned: 0,
    totalExecutionMs: 0,
  };
}

/** Counts a call out. */
export function countResult(tally: DispatchTally, result: ToolResult): void {
  tally.pending -= 1;
  tally[result.status] += 1;
  tally.totalExecutionMs += result.executionTimeMs;
}
