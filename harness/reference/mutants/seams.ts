import type { IncomingMessage } from 'node:http';
import type { EventSink, PlatformParts } from '../dispatcher/parts.ts';
import type { UserExecutionContext } from '../dispatcher/user-execution-context.ts';

/** A text frame on its way to the sockets; `connection` limits it to one of them. */
export interface OutgoingFrame {
  readonly text: string;
  readonly connection?: string;
}

/** Decides who may connect; undefined refuses. */
export type Admission = (
  request: IncomingMessage,
) => Promise<{ readonly userId: string; readonly sessionId: string } | undefined>;

/** Where the platform lets itself be damaged. The sound platform is the one with nothing wrapped. */
export interface PlatformSeams {
  readonly parts: PlatformParts;
  readonly guardDoor: (admission: Admission) => Admission;
  /** Between a run's bridge and the event log: before numbering, so that what is lost here was never sent. */
  readonly openSink: (sink: EventSink, context: UserExecutionContext) => EventSink;
  /** Between the event log and the sockets: numbers are given, events are stored. */
  readonly deliver: (userId: string, frames: readonly OutgoingFrame[]) => Promise<number>;
  /** Turns stored frames into the answer to a resume. */
  readonly replay: (frames: readonly string[]) => readonly string[];
  /** Whether a user may read, resume or cancel what belongs to `ownerId`. */
  readonly mayAccess: (userId: string, ownerId: string) => boolean;
  /** Users who are connected at the moment. */
  readonly connectedUsers: () => readonly string[];
}

/** A platform broken in one way. `damage` is called once per platform and keeps its state to itself. */
export interface Mutant {
  /** What it does, for people. */
  readonly sentence: string;
  readonly damage: (seams: PlatformSeams) => PlatformSeams;
}
