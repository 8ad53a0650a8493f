import type { User } from '../user.ts';
import type { CloseCause, RecordOf } from '../../contract/history.ts';

/** One HTTP exchange, as the recorder stores it. */
export interface HttpExchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  readonly body: string;
}

/** The answers a target has stored for a thread, as its history shows them. */
export interface StoredThread {
  readonly exchange: HttpExchange;
  readonly answers: readonly { readonly run: string; readonly text: string }[];
}

/** What a login gives; `secrets` must never be stored or come back on a wire in the clear. */
export interface Credentials {
  readonly token: string;
  /** When the token runs out, in ms of the wall clock, where the target says so. */
  readonly expiresAt?: number;
  /** What renews it, where the target offers that. */
  readonly renewal?: string;
  readonly secrets: readonly string[];
  readonly exchanges: readonly HttpExchange[];
  /** What else the login gave that later requests carry, by name. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface LinkOpening {
  readonly outcome: 'accepted' | 'refused' | 'stalled' | 'unreachable';
  readonly status?: number;
  readonly protocol?: string;
  readonly extensions?: string;
  readonly offeredProtocols?: readonly string[];
  readonly offeredExtensions?: string;
  /** Whether the target proved that it read our key (RFC 6455 section 4.2.2). */
  readonly acceptValid?: boolean;
  /** The target let us in, and we left because its handshake was broken: why. */
  readonly aborted?: string;
  readonly detail?: string;
}

/** How one message travelled. */
export interface Passage {
  /** From its first to its last byte, in ms. */
  readonly tookMs: number;
  /** Frames it came in. */
  readonly fragments: number;
  /** The position the target gave it beside its content, to resume from. */
  readonly cursor?: string;
  /** The name the target gave it beside its content. */
  readonly name?: string;
}

export interface LinkEnding {
  readonly cause: CloseCause;
  readonly code?: number;
  readonly reason?: string;
  readonly detail?: string;
}

/** What a link tells its owner, in the order it happened on the wire. */
export interface LinkListener {
  /** Text, or the bytes of a message that is none. */
  frame(content: string | Buffer, passage?: Passage): void;
  /** A sign of life below the messages. */
  beat?(beat: RecordOf<'beat'>['beat']): void;
  closed(ending: LinkEnding): void;
  /** Where each message is answered by a stream of its own: one opened, or was refused. */
  streamOpened?(opening: LinkOpening): void;
  /** The stream ended; the link goes on. */
  streamEnded?(ending: LinkEnding): void;
}

/** One live connection. */
export interface Link {
  /** Resolves when the socket has taken the bytes. */
  send(text: string): Promise<void>;
  /** Sends and tells nobody how it went, where that costs less: a dead line ends by itself. */
  post?(text: string): void;
  /** Closes in good order. */
  close(): void;
  /** Cuts the line without a word, as a lost network does. */
  drop(): void;
  /** Stops reading, as a client on a slow machine does; what comes piles up on the way. */
  stopReading?(): void;
  readOn?(): void;
  /** Resolves when the answer to what was sent has ended, where a link answers one message at a time. */
  idle?(): Promise<void>;
}

export interface Deadlines {
  readonly upgradeMs: number;
  readonly pongMs: number;
  /** How long the answer to a message may be silent, where nothing below the messages shows signs of life. */
  readonly silenceMs?: number;
}

/** How a credential travels when a connection is opened. */
export type Via = NonNullable<RecordOf<'open'>['via']>;

type Connect = (
  baseUrl: string,
  credentials: Credentials | undefined,
  listener: LinkListener,
  deadlines: Deadlines,
) => Promise<{ opening: LinkOpening; link: Link | undefined }>;

/** Log in and connect: bytes to frames, nothing more. What a target does not offer is left out. */
export interface Transport {
  readonly via?: Via;
  /** Each message opens a stream of its own, which the link tells of; `connect` only shows whether anybody is there. */
  readonly streamPerMessage?: boolean;
  readonly login: (baseUrl: string, user: User) => Promise<Credentials>;
  readonly connect: Connect;
  /** Ways in beside `via` that the target offers to the same credential. */
  readonly otherWays?: Readonly<Partial<Record<Via, Connect>>>;
  readonly logOut?: (baseUrl: string, credentials: Credentials) => Promise<HttpExchange>;
  /** New credentials for old; `exchanges` holds the renewal only. */
  readonly refresh?: (baseUrl: string, credentials: Credentials) => Promise<Credentials>;
  readonly readThread?: (
    baseUrl: string,
    credentials: Credentials,
    thread: string,
  ) => Promise<StoredThread>;
  /** Asks the target whether it is ready for traffic. */
  readonly checkHealth?: (baseUrl: string) => Promise<HttpExchange>;
}
