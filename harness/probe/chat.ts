import type { CanonicalEvent, Outcome } from '../contract/canonical-event.ts';
import type { EventKind } from '../contract/event-kind.ts';
import type { Credential } from '../contract/history.ts';
import type { Credentials } from '../targets/transports/transport.ts';

export interface ChatOptions {
  readonly key: string;
  readonly thread?: string | undefined;
  /** Strings that only this user may ever see. */
  readonly canaries?: readonly string[];
  /** The exact answer, where the journey knows it. */
  readonly answer?: string;
  /** How the tool must end, where the journey knows it. */
  readonly toolOutcome?: Outcome;
  /** Kinds that must not appear, where the journey asks for something that cannot be done. */
  readonly forbids?: readonly EventKind[];
}

/** What a session presents in place of its own good credential, to be refused. */
export interface Pretence {
  readonly credential: Credential;
  readonly credentials?: Credentials | undefined;
}

/** A run as its sender sees it. */
export interface ChatRun {
  readonly run: string;
  readonly thread: string | undefined;
  /** The terminal, or `undefined` at the deadline or when the line died. */
  readonly terminal: Promise<CanonicalEvent | undefined>;
}
