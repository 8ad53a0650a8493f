import type { Promises } from '../../contract/promises.ts';
import type { WireFrame } from '../wire/wire-frame.ts';
import type { Lane } from './lane.ts';
import type { Message } from './message.ts';

/** An HTTP request on its way to the target. */
export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** An answer given in the target's place. */
export interface ForgedReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Outcome<Value> = Value | Promise<Value>;

/** What one damage does to what passes; everything it leaves out passes untouched. */
export interface Interference {
  /** Takes whatever the target sends at once, however slowly the probe reads. */
  readonly greedy?: boolean;
  /** Answers an HTTP request in the target's place, or lets it through with `undefined`. */
  request?(request: ProxiedRequest): ForgedReply | undefined;
  /** Rewrites what the target answered to an HTTP request. */
  reply?(request: ProxiedRequest, body: string): string;
  /** Meets a connection before the target hears of it. `stall` leaves it without any answer. */
  upgrade?(lane: Lane, head: string): ForgedReply | 'stall' | { readonly head: string } | undefined;
  /** Rewrites the head of the target's answer to an upgrade. */
  handshake?(lane: Lane, head: string): string;
  /** A message of the target: what the probe gets in its place. Later messages of the lane wait for the promise. */
  received?(message: Message, lane: Lane): Outcome<readonly string[]>;
  /** A message of the probe: what the target gets in its place. */
  sent?(text: string, lane: Lane): Outcome<readonly string[]>;
  /** A control frame of the target: whether it passes. */
  control?(frame: WireFrame, lane: Lane): boolean;
}

/** What a damage works with. */
export interface Workbench {
  readonly promises: Promises;
  /** Number of the connection to strike, picked by the seed among those of the users. */
  readonly victim: number;
  /** Users who walk: their first connections come first. */
  readonly users: number;
  /** All connections so far, in the order they came. */
  readonly lanes: readonly Lane[];
  /** From 0 to 1, the same row of numbers for the same seed. */
  random(): number;
  /** The damage was done. `lane`: the connection it was done to; it says whether a run was in flight. */
  bite(detail: string, lane?: Lane): void;
}

/** Opened once per walk, so that its state is its own. */
export type Damage = (bench: Workbench) => Interference;
