import type { CanonicalEvent } from '../../../contract/canonical-event.ts';
import { Skeleton } from '../../../json/skeleton.ts';
import { nameAt } from '../../../json/name-at.ts';
import { bytesOf, type TextBytes } from '../../../json/text-bytes.ts';
import { digestOfText } from '../digest-of-text.ts';
import { freeValues, type Sort } from './free-values.ts';
import { listLeaves } from './list-leaves.ts';
import { readClock } from './read-clock.ts';

type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

const absent = -1;
/** What the numbers of the text read last say, by their place among the values. */
const numbers = new Float64Array(64);

/**
 * A frame that was found sound, as the form of all that differ from it only in values that may be any. What fills the
 * form is read without being parsed, in a third of the time (measured).
 */
export class UsualFrame {
  readonly #skeleton: Skeleton;
  readonly #learned: CanonicalEvent;
  readonly #sorts: readonly Sort[];
  readonly #id: number;
  readonly #user: number;
  readonly #thread: number;
  readonly #run: number;
  readonly #agent: number;
  readonly #call: number;
  readonly #message: number;
  readonly #tool: number;
  readonly #seq: number;
  readonly #key: number;
  readonly #text: number;
  readonly #offset: number;
  readonly #fallbacks: number;
  readonly #clock: number;

  private constructor(skeleton: Skeleton, paths: readonly string[], learned: CanonicalEvent) {
    this.#skeleton = skeleton;
    this.#learned = learned;
    this.#sorts = paths.map((path) => freeValues[path] ?? 'text');
    this.#id = paths.indexOf('event_id');
    this.#user = paths.indexOf('user_id');
    this.#thread = paths.indexOf('thread_id');
    this.#run = paths.indexOf('run_id');
    this.#agent = paths.indexOf('agent_name');
    this.#call = paths.indexOf('payload.tool_call_id');
    this.#message = paths.indexOf('payload.message_id');
    this.#tool = paths.indexOf('payload.tool_name');
    this.#seq = paths.indexOf('seq');
    this.#key = paths.indexOf('idempotency_key');
    const said = learned.kind === 'agent_completed' ? 'payload.result' : 'payload.text';
    this.#text = paths.indexOf(said);
    this.#offset = paths.indexOf('payload.offset');
    this.#fallbacks = paths.indexOf('payload.fallbacks');
    this.#clock = paths.indexOf('timestamp');
  }

  /**
   * @param frame What the text says.
   * @param event What it means, without problems.
   * @returns `undefined` where its values are not written as they are: nobody knows then where they stand.
   */
  static learn(raw: string, frame: object, event: CanonicalEvent): UsualFrame | undefined {
    const leaves = listLeaves(frame);
    const isFixed = (nth: number): boolean => freeValues[leaves[nth]?.path ?? ''] === undefined;
    const skeleton = new Skeleton(raw, isFixed);
    const free = leaves.filter((_, nth) => !isFixed(nth));
    const bytes = bytesOf(raw);
    const asTold =
      bytes.length === raw.length &&
      skeleton.scan.losses.length === 0 &&
      skeleton.values === free.length &&
      skeleton.fits(bytes) &&
      skeleton.isPlain &&
      free.every(({ value }, nth) => textAt(skeleton, nth, raw) === String(value));
    if (!asTold) return undefined;
    const paths = free.map(({ path }) => path);
    const form = new UsualFrame(skeleton, paths, event);
    // A value of another type than usual, or one that is read by two names, is left to the parser.
    return JSON.stringify(form.read(raw)) === JSON.stringify(event) ? form : undefined;
  }

  /** The event of a text of this form; `undefined` for any other text. */
  read(raw: string): CanonicalEvent | undefined {
    const bytes = bytesOf(raw);
    const skeleton = this.#skeleton;
    if (bytes.length !== raw.length || !skeleton.fits(bytes)) return undefined;
    if (!skeleton.isPlain || !this.#holdsItsSorts(bytes.view)) return undefined;
    const timestamp = this.#clock === absent ? undefined : textAt(skeleton, this.#clock, raw);
    const clock = timestamp === undefined ? undefined : readClock(timestamp);
    if (timestamp !== undefined && clock === undefined) return undefined;
    const learned = this.#learned;
    // In the order in which a parsed frame is read: the records of both are the same to the byte.
    const event: Mutable<CanonicalEvent> = { kind: learned.kind };
    // No two events have the same, and hardly any is kept.
    if (this.#id !== absent) event.id = textAt(skeleton, this.#id, raw);
    this.#addNames(event, bytes);
    if (this.#seq !== absent) event.seq = numbers[this.#seq] ?? 0;
    if (this.#key !== absent) event.key = textAt(skeleton, this.#key, raw);
    if (learned.outcome !== undefined) event.outcome = learned.outcome;
    if (learned.code !== undefined) event.code = learned.code;
    if (this.#text !== absent) event.text = textAt(skeleton, this.#text, raw);
    if (this.#offset !== absent) event.offset = numbers[this.#offset] ?? 0;
    if (this.#fallbacks !== absent) event.fallbacks = numbers[this.#fallbacks] ?? 0;
    if (clock !== undefined) event.clock = clock;
    event.digest = digestOfText(raw);
    if (learned.arguments_digest !== undefined) event.arguments_digest = learned.arguments_digest;
    if (learned.build !== undefined) event.build = learned.build;
    if (learned.features !== undefined) event.features = learned.features;
    return event;
  }

  #addNames(event: Mutable<CanonicalEvent>, bytes: TextBytes): void {
    if (this.#user !== absent) event.user = this.#nameAt(this.#user, bytes);
    if (this.#thread !== absent) event.thread = this.#nameAt(this.#thread, bytes);
    if (this.#run !== absent) event.run = this.#nameAt(this.#run, bytes);
    if (this.#agent !== absent) event.agent = this.#nameAt(this.#agent, bytes);
    if (this.#call !== absent) event.call = this.#nameAt(this.#call, bytes);
    if (this.#message !== absent) event.message = this.#nameAt(this.#message, bytes);
    if (this.#tool !== absent) event.tool = this.#nameAt(this.#tool, bytes);
  }

  #nameAt(nth: number, bytes: TextBytes): string {
    return nameAt(bytes, this.#skeleton.startOf(nth), this.#skeleton.endOf(nth));
  }

  /** Whether all values are what a sound frame has there; reads the numbers by the way. */
  #holdsItsSorts(view: DataView): boolean {
    const sorts = this.#sorts;
    for (let nth = 0; nth < sorts.length; nth += 1) {
      const start = this.#skeleton.startOf(nth);
      const end = this.#skeleton.endOf(nth);
      const sort = sorts[nth];
      if (sort === 'name' && start === end) return false;
      if (sort !== 'count' && sort !== 'place') continue;
      const number = readCount(view, start, end);
      if (number < (sort === 'place' ? 1 : 0)) return false;
      numbers[nth] = number;
    }
    return true;
  }
}

function textAt(skeleton: Skeleton, nth: number, raw: string): string {
  return raw.slice(skeleton.startOf(nth), skeleton.endOf(nth));
}

/** A whole number as JSON writes it; -1 for anything else. */
function readCount(view: DataView, start: number, end: number): number {
  if (view.getUint8(start) === 0x30) return end === start + 1 ? 0 : absent;
  let number = 0;
  for (let place = start; place < end; place += 1) {
    const digit = view.getUint8(place) - 0x30;
    if (digit < 0 || digit > 9) return absent;
    number = 10 * number + digit;
  }
  return number;
}
