import type { FrameRecord } from '../../contract/history.ts';
import type { FrameReader } from './frame-reader.ts';
import { Rooms } from './rooms.ts';

/** Bytes of a text that is kept outside of the heap; nearly all are shorter, and a longer one is kept as it is. */
const roomBytes = 448;
/** Bytes of a letter in UTF-8. With room for one more, a text that was cut short is not taken for one that fits. */
const longestLetter = 4;

const rooms = new Rooms();

/**
 * A frame in few words: whatever else its record says is read from its text again, should anybody ask. Object and room
 * are used anew again and again, because what lives just long enough to be moved is what a collector of garbage spends
 * its time on.
 */
export class KeptFrame {
  n = -1;
  // Begun with fractions, so that fields of floats are held in place and not as objects of their own.
  #at = 0.5;
  #wall = 0.5;
  #tookMs = 0.5;
  #epoch = 0;
  /** Its room begins here. */
  #slab: Buffer | undefined;
  #start = 0;
  /** The text where it is too long for the room. */
  #long: string | undefined;
  #bytes = 0;
  /** `undefined` for what was sent. */
  #reader: FrameReader | undefined;

  take(record: FrameRecord, reader: FrameReader | undefined): void {
    this.n = record.n;
    this.#at = record.at;
    this.#wall = record.wall;
    this.#tookMs = record.took_ms ?? NaN;
    this.#epoch = record.epoch;
    this.#bytes = record.bytes;
    this.#reader = reader;
    this.#long = this.#write(record) ? undefined : record.raw;
  }

  /** Whether the text is as long as it came, and not too long; one with a secret taken out is another. */
  #write({ raw, bytes }: FrameRecord): boolean {
    const most = bytes + longestLetter;
    if (most > roomBytes) return false;
    if (this.#slab === undefined) {
      rooms.take(roomBytes);
      this.#slab = rooms.slab;
      this.#start = rooms.start;
    }
    return this.#slab.write(raw, this.#start, most) === bytes;
  }

  /** The record of this frame on this connection, as it was. */
  describe(connection: string): FrameRecord {
    const reader = this.#reader;
    const raw =
      this.#long ?? this.#slab?.toString('utf8', this.#start, this.#start + this.#bytes) ?? '';
    return {
      type: 'frame',
      n: this.n,
      at: this.#at,
      wall: this.#wall,
      connection,
      epoch: this.#epoch,
      direction: reader === undefined ? 'sent' : 'received',
      raw,
      encoding: 'text',
      bytes: this.#bytes,
      events: reader === undefined ? [] : reader.read(raw).events,
      ...(Number.isNaN(this.#tookMs) ? {} : { took_ms: this.#tookMs }),
    };
  }
}

/** Whether a frame that was sent, or that this reader can read again, is all told by a few words. */
export function isPlain(record: FrameRecord, reader: FrameReader | undefined): boolean {
  if (record.encoding !== 'text' || record.cut !== undefined) return false;
  if (record.problems !== undefined || record.fragments !== undefined) return false;
  return record.direction === 'sent' ? record.events.length === 0 : reader !== undefined;
}
