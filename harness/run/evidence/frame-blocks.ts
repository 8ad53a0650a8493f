import { pack } from '../../contract/pack.ts';
import type { Timeline } from '../../contract/timeline.ts';

type Block = Timeline['frames'][number];

/** Frames of a block: alike enough to pack well, few enough to be opened at a click. */
const blockSize = 256;

/** Characters of one frame that a page shows. */
const longestFrame = 2000;

/** The raw frames of a timeline's marks, packed as they come until their room is used up. */
export class FrameBlocks {
  readonly #blocks: Block[] = [];
  readonly #kept: { readonly first: number; readonly texts: string[] }[] = [];
  #room: number;
  #texts: string[] = [];
  /** Marks from 0 up to here have their frame. */
  #end = 0;
  #full = false;

  /** `room` in characters of packed text. */
  constructor(room: number) {
    this.#room = room;
  }

  /** The frame of the next mark. */
  add(raw: string): void {
    if (this.#full) return;
    this.#texts.push(cut(raw));
    if (this.#texts.length === blockSize) this.#close();
  }

  /** No more frames are added in passing; returns the number of the first mark that has none. */
  end(): number {
    this.#close();
    this.#full = true;
    return this.#end;
  }

  /** The frame of this mark, whether there is room or not; marks come in ascending order. */
  keep(mark: number, raw: string): void {
    if (mark < this.#end) return;
    const last = this.#kept.at(-1);
    if (last !== undefined && last.first + last.texts.length === mark) last.texts.push(cut(raw));
    else this.#kept.push({ first: mark, texts: [cut(raw)] });
  }

  build(): Block[] {
    const kept = this.#kept.map(({ first, texts }) => ({ first, packed: pack(texts) }));
    return [...this.#blocks, ...kept];
  }

  /** How many marks have their frame. */
  get size(): number {
    return this.#end + this.#kept.reduce((sum, { texts }) => sum + texts.length, 0);
  }

  #close(): void {
    if (this.#full || this.#texts.length === 0) return;
    const packed = pack(this.#texts);
    this.#full = packed.length > this.#room;
    if (!this.#full) {
      this.#room -= packed.length;
      this.#blocks.push({ first: this.#end, packed });
      this.#end += this.#texts.length;
    }
    this.#texts = [];
  }
}

function cut(raw: string): string {
  return raw.length > longestFrame ? `${raw.slice(0, longestFrame)}…` : raw;
}
