import type { CanonicalEvent, ProjectionProblem } from '../contract/canonical-event.ts';
import type { EventKind } from '../contract/event-kind.ts';
import type { ProfileConfig } from '../contract/profile-config.ts';
import type { Promises } from '../contract/promises.ts';
import type { Transport } from './transports/transport.ts';

/** What a journey wants the agent to do, in no target's words. */
export type Intent =
  | { readonly kind: 'echo'; readonly text: string }
  | { readonly kind: 'count'; readonly counter: string }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'fail' }
  | { readonly kind: 'parallel'; readonly texts: readonly [string, string] }
  | { readonly kind: 'long'; readonly pieces: number }
  | { readonly kind: 'plain'; readonly text: string }
  /** A tool with a result of so many characters. */
  | { readonly kind: 'large'; readonly characters: number }
  /** A tool that does not exist. */
  | { readonly kind: 'ghost' }
  /** A tool that takes longer than tools may. */
  | { readonly kind: 'overrun' };

/** A frame of a client, in no target's words. */
export type SentRequest =
  | { readonly act: 'chat'; readonly key: string }
  | { readonly act: 'cancel' | 'resume'; readonly run: string };

/** How a journey's wishes are put to one target. A missing phrase means that the target cannot do it. */
export interface Intents {
  /** The message text for these intents in one run, or `undefined` where the target cannot do one of them. */
  phrase(intents: readonly Intent[]): string | undefined;
  chat(message: { content: string; key: string; thread: string | undefined }): string;
  /** What a frame asks for that `chat`, `cancel`, `resume` or a page of this target has sent. */
  readSent?(sent: string): SentRequest | undefined;
  cancel?(run: string): string;
  resume?(run: string, afterSeq: number, thread?: string): string;
  /** Asks to hear a run from now on, where that is another request than `resume`. */
  subscribe?(run: string): string;
  ping?(): string;
  /** What is wrong with a frame that this profile would have a client send. */
  inspect?(sent: string): ProjectionProblem[] | undefined;
  /** Whether an answer shows that a scripted model did not understand what it was asked. */
  readonly misunderstood?: (answer: string) => boolean;
  /** What a counting tool says it has counted, read from the answer of its run. */
  readonly readCount?: (answer: string, counter: string) => number | undefined;
  /** Kinds a run of this intent must show on this target. */
  expects(intents: readonly Intent[]): readonly EventKind[];
}

export interface Projected {
  readonly events: CanonicalEvent[];
  readonly problems?: ProjectionProblem[];
  /** Frames the client owes the target now: results of tools that run on its side. */
  readonly replies?: readonly string[];
}

/** A fold over the frames of one connection: what the target sent, in canonical words. */
export interface Projection {
  /** `cursor` and `name`: the position and the name the transport carries beside the frame. */
  received(text: string, cursor?: string, name?: string): Projected;
  /**
   * A frame that was sent, with its record number, where what is received can only be read by what was asked.
   * Without it, each frame is read by itself, and reads the same whenever it is read.
   */
  sent?(text: string, n: number): void;
}

/** How a target speaks, in four parts kept apart. Only `promises` ever reach the checks. */
export interface Profile {
  readonly name: string;
  readonly transport: Transport;
  readonly intents: Intents;
  readonly promises: Promises;
  /** Names of frames, or conditions on them, that the projection knows. */
  readonly names?: readonly string[];
  /** Its description, where it is one of the configuration: what nobody has proven yet may be what is wrong. */
  readonly own?: ProfileConfig;
  project(): Projection;
}
