import type { Frame } from '../bus/bus.ts';

/** Gives frames to the sockets of a user; settles with the number of sockets that took them. */
export type Deliver = (userId: string, frames: readonly Frame[]) => Promise<number>;

type Watcher = (delivered: Promise<number>) => void;

/** What one batch sends, gathered per user so that a burst is one write. */
export class Outgoing {
  readonly #deliver: Deliver;
  readonly #users = new Map<string, { frames: Frame[]; watchers: Watcher[] }>();

  constructor(deliver: Deliver) {
    this.#deliver = deliver;
  }

  /** `watch` gets the delivery of the frames once they are sent. */
  add(userId: string, frames: readonly Frame[], watch?: Watcher): void {
    let user = this.#users.get(userId);
    if (user === undefined) {
      user = { frames: [], watchers: [] };
      this.#users.set(userId, user);
    }
    for (const frame of frames) user.frames.push(frame);
    if (watch !== undefined) user.watchers.push(watch);
  }

  send(): void {
    for (const [userId, { frames, watchers }] of this.#users) {
      if (frames.length === 0) continue;
      const delivered = this.#deliver(userId, frames);
      // Frames without a watcher are replies: a socket that is gone needs none.
      if (watchers.length === 0) delivered.catch(() => {});
      for (const watch of watchers) watch(delivered);
    }
  }
}
