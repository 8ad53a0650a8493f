import type { RecordOf } from '../../contract/history.ts';
import { ConnectionTrack } from './connection-track.ts';
import { Recent } from './recent.ts';

/** How many closed connections stay in memory, so that one that comes back is known. */
const keptClosed = 1_024;

/** Answers without a key whose addressee may turn out to be another. */
const keptGuesses = 64;

/** Which connections there are, and who waits on them for an answer. */
export class ConnectionTable {
  /** Chats on all connections that nothing has answered yet. */
  pending = 0;
  readonly #tracks = new Map<string, ConnectionTrack>();
  readonly #gone: Recent<ConnectionTrack>;
  #latest: ConnectionTrack | undefined;

  /** `letGo` hears of a connection that closed and did not come back for long. */
  constructor(letGo: (connection: ConnectionTrack) => void) {
    this.#gone = new Recent(keptClosed, (connection) => {
      this.pending -= connection.pending.length;
      this.#tracks.delete(connection.id);
      if (this.#latest === connection) this.#latest = undefined;
      letGo(connection);
    });
  }

  /** The connection of this id, made where it is new. */
  of(id: string): ConnectionTrack {
    if (this.#latest?.id === id) return this.#latest;
    let track = this.#tracks.get(id);
    if (track === undefined) {
      track = new ConnectionTrack(id);
      this.#tracks.set(id, track);
    }
    this.#latest = track;
    return track;
  }

  find(id: string): ConnectionTrack | undefined {
    return this.#tracks.get(id);
  }

  all(): Iterable<ConnectionTrack> {
    return this.#tracks.values();
  }

  open(record: RecordOf<'open'>, numbersBeginAgain: boolean): void {
    const connection = this.of(record.connection);
    connection.user = record.user;
    connection.epoch = record.epoch;
    if (record.outcome !== 'accepted') return this.#forgetUnsent(connection);
    connection.closed = undefined;
    this.#gone.delete(connection);
    if (numbersBeginAgain) connection.forgetNumbers();
  }

  close(record: RecordOf<'close'>): void {
    const connection = this.of(record.connection);
    connection.closed = record;
    for (const chat of connection.pending) chat.cut ??= record;
    this.#gone.push(connection);
  }

  chat(record: RecordOf<'act'>): void {
    if (record.connection === undefined) return;
    this.of(record.connection).pending.push({ chat: record, cut: undefined });
    this.pending += 1;
  }

  /** Takes the chat that is answered off the list: the one with this key, or the oldest one. */
  answer(connection: ConnectionTrack, key: string | undefined): RecordOf<'act'> | undefined {
    const { pending, guessed } = connection;
    const index = key === undefined ? 0 : pending.findIndex(({ chat }) => chat.key === key);
    const [answered] = index < 0 ? [] : pending.splice(index, 1);
    if (answered === undefined) return this.#guessAgain(connection, key);
    this.pending -= 1;
    if (key !== undefined) return answered.chat;
    guessed.push(answered.chat);
    if (guessed.length > keptGuesses) guessed.shift();
    return answered.chat;
  }

  /** Whoever was taken for the addressee of an answer without a key has got one of their own: it was for the next. */
  #guessAgain(connection: ConnectionTrack, key: string | undefined): RecordOf<'act'> | undefined {
    const { pending, guessed } = connection;
    const index = key === undefined ? -1 : guessed.findIndex((chat) => chat.key === key);
    if (index < 0) return undefined;
    const [chat] = guessed.splice(index, 1);
    const next = pending.shift();
    if (next !== undefined) {
      this.pending -= 1;
      guessed.push(next.chat);
    }
    return chat;
  }

  /** Where each message opens a stream, a door that stayed shut took the message with it. */
  #forgetUnsent({ pending }: ConnectionTrack): void {
    this.pending -= pending.length;
    pending.length = 0;
  }
}
