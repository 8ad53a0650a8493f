/** One proxied connection, as a damage sees it: what can be done to the probe and to the target behind it. */
export interface Lane {
  /** Place in the order of arrival, from 0. */
  readonly number: number;
  /** The user's id, once the target greeted; a name of ours once a target answers that never greets. */
  readonly user: string | undefined;
  /** Runs that were seen here and have not ended. */
  readonly openRuns: ReadonlySet<string>;
  /** The bytes that a message to the probe travels as. */
  encode(text: string): Buffer;
  /** Sends a message to the probe. */
  say(text: string): void;
  /** Sends bytes to the probe, whatever they are. */
  write(bytes: Uint8Array): void;
  /** Sends a message to the target, as if the probe had sent it. */
  ask(text: string): void;
  /** Sends a close frame with this code, legal or not, and ends the connection; a stream without such frames ends in good order. */
  close(code: number, reason?: string): void;
  /** Ends the connection with a FIN, as a process that exits does. */
  finish(): void;
  /** Ends the connection with a RST, as a crashed or overloaded peer does. */
  reset(): void;
  /** Half-open: both sides stay connected and nothing passes any more. */
  freeze(): void;
}
