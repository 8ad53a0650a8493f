export interface Position {
  readonly runId: string;
  readonly seq: number;
}

/** One text frame on its way to the sockets of a user. */
export interface Frame {
  readonly text: string;
  /** Only this connection gets it; without, every connection of the user does. */
  readonly connection?: string;
  /** Present on live events: where in its run the frame belongs. */
  readonly position?: Position;
}

/** What one process tells the others. */
export type ControlMessage =
  | { readonly kind: 'cancel'; readonly run_id: string; readonly connection_id: string }
  | { readonly kind: 'session_revoked'; readonly session_id: string };

export interface BusListener {
  /**
   * Hands frames to the sockets of this process; gives the number of sockets that took all of them. What another
   * process published comes with the time at which it did (epoch ms): it may have been on its way for a while.
   */
  deliver(userId: string, frames: readonly Frame[], publishedAt?: number): Promise<number>;
  control(message: ControlMessage): void;
  /** Frames of other processes passed by unseen: whoever listens here must read the store. */
  lost(): void;
  /** The bus does not reach the other processes; it goes on trying. Called once per outage. */
  failed(error: unknown): void;
}

/**
 * The port between the processes of one platform.
 * Frames of one user arrive everywhere in the order in which one process published them, each exactly once.
 */
export interface Bus {
  /** Settles when the sockets of this process took the frames and the bus holds them for the others; gives the former. */
  publish(userId: string, frames: readonly Frame[]): Promise<number>;
  /** Reaches every process, this one included. */
  announce(message: ControlMessage): Promise<void>;
  /** Rejects when the bus does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
