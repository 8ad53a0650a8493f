import type { CanonicalEvent, Outcome } from '../contract/canonical-event.ts';
import type { EventKind } from '../contract/event-kind.ts';
import type { Credential } from '../contract/history.ts';
import type { Credentials, Via } from '../targets/transports/transport.ts';

export interface ChatOptions {
  readonly key: string;
  readonly thread?: string | undefined;
  /** Strings that only this user may ever see. */
  readonly canaries?: readonly string[];
  /** The exact answer, where the journey knows it. */
  readonly answer?: string;
  /** How the tool must end, where the journey knows it. */
  readonly toolOutcome?: Outcome;
  /** Whether it asks for a tool that takes longer than tools may. */
  readonly overruns?: true;
  /** Kinds that must not appear, where the journey asks for something that cannot be done. */
  readonly forbids?: readonly EventKind[];
}

/** How a session comes in where it does not come as usual: another credential, to be refused, or another way. */
export interface Pretence {
  readonly credential: Credential;
  readonly credentials?: Credentials | undefined;
  /** One of the transport's `otherWays`. */
  readonly via?: Via;
}

/** A run as its sender sees it. */
export interface ChatRun {
  readonly run: string;
  readonly thread: string | undefined;
  /** The terminal, or `undefined` at the deadline or when the line died. */
  readonly terminal: Promise<CanonicalEvent | undefined>;
}
