import type { Frame } from '../bus/bus.ts';
import type { Connection } from './connection.ts';

/** Which connections a user has in this process. */
export class Roster {
  /** Lists are replaced, never changed: whoever walks one is not disturbed, and a list of one costs little. */
  readonly #users = new Map<string, readonly Connection[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  countOf(userId: string): number {
    return this.#users.get(userId)?.length ?? 0;
  }

  userIds(): string[] {
    return [...this.#users.keys()];
  }

  add(connection: Connection): void {
    const { userId } = connection.identity;
    const mine = this.#users.get(userId);
    this.#users.set(userId, mine === undefined ? [connection] : [...mine, connection]);
    this.#size += 1;
  }

  remove(connection: Connection): void {
    const { userId } = connection.identity;
    const mine = this.#users.get(userId);
    if (mine?.includes(connection) !== true) return;
    this.#size -= 1;
    if (mine.length === 1) this.#users.delete(userId);
    else
      this.#users.set(
        userId,
        mine.filter((other) => other !== connection),
      );
  }

  *all(): Generator<Connection> {
    for (const mine of this.#users.values()) yield* mine;
  }

  /** Writes the frames to every connection of the user they are meant for; settles with the number that took them. */
  async deliver(userId: string, frames: readonly Frame[], publishedAt?: number): Promise<number> {
    const mine = this.#users.get(userId);
    if (mine === undefined) return 0;
    const taken = await Promise.all(
      mine.map((connection) => connection.send(textsFor(connection, frames, publishedAt))),
    );
    return taken.filter(Boolean).length;
  }
}

function textsFor(
  connection: Connection,
  frames: readonly Frame[],
  publishedAt: number | undefined,
): string[] {
  const texts: string[] = [];
  for (const { text, connection: only, position } of frames) {
    const isMeant = only === undefined || only === connection.id;
    if (isMeant && !connection.isLate(position, publishedAt)) texts.push(text);
  }
  return texts;
}
