import { z } from 'zod';

/** The five events that every run with a tool must deliver, in their natural order. */
export const criticalKinds = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
] as const;

/** Kinds that end a run. Exactly one of them closes it. */
export const terminalKinds = ['agent_completed', 'agent_error', 'agent_cancelled'] as const;

/** Kinds that belong to a run and carry its `run_id`. */
export const runKinds = [
  ...criticalKinds,
  'agent_error',
  'agent_cancelled',
  'progress_update',
  'message_delta',
] as const;

/** Kinds that belong to a connection. */
export const connectionKinds = [
  'connection_established',
  'message_accepted',
  'resume_completed',
  'cancel_accepted',
  'pong',
  'error',
] as const;

/** Every kind the canonical projection knows; whatever else arrives is kept as `unknown`. */
export const eventKinds = [...runKinds, ...connectionKinds, 'unknown'] as const;

export const EventKindSchema = z.enum(eventKinds);
export type EventKind = z.infer<typeof EventKindSchema>;
export type CriticalKind = (typeof criticalKinds)[number];
export type TerminalKind = (typeof terminalKinds)[number];

const terminals: ReadonlySet<string> = new Set(terminalKinds);

export function isTerminalKind(kind: string): kind is TerminalKind {
  return terminals.has(kind);
}

const ofRuns: ReadonlySet<EventKind> = new Set(runKinds);

export function isRunKind(kind: EventKind): boolean {
  return ofRuns.has(kind);
}
