import type { EventDraft } from '../../dispatcher/parts.ts';
import type { NumberedFrame } from './chunks.ts';

type Address = Pick<EventDraft, 'run_id' | 'thread_id' | 'user_id' | 'agent_name'>;

/**
 * Turns the drafts of one run into frames. What all of them have in common is rendered once:
 * it is half of a frame, and rendering it anew was a quarter of what a burst cost.
 */
export class EventWriter {
  readonly #clock: FrameClock;
  #address: Address | undefined;
  /** `"run_id":…,"thread_id":…` and so on, without the braces. */
  #rendered = '';
  /** The run's id as JSON, without the closing quote. */
  #idStart = '';

  constructor(clock: FrameClock) {
    this.#clock = clock;
  }

  write(draft: EventDraft, seq: number): NumberedFrame {
    if (!this.#isFor(draft)) this.#render(draft);
    const text =
      `{"type":${JSON.stringify(draft.type)},"event_id":${this.#idStart}.${seq}","seq":${seq},` +
      `${this.#rendered},"timestamp":"${this.#clock.read()}","payload":${JSON.stringify(draft.payload)}}`;
    return { runId: draft.run_id, seq, text };
  }

  #isFor({ run_id, thread_id, user_id, agent_name }: Address): boolean {
    const known = this.#address;
    return (
      known?.run_id === run_id &&
      known.thread_id === thread_id &&
      known.user_id === user_id &&
      known.agent_name === agent_name
    );
  }

  #render({ run_id, thread_id, user_id, agent_name }: Address): void {
    this.#address = { run_id, thread_id, user_id, agent_name };
    this.#rendered = JSON.stringify(this.#address).slice(1, -1);
    this.#idStart = JSON.stringify(run_id).slice(0, -1);
  }
}

/** ISO 8601, rendered once per millisecond. */
export class FrameClock {
  #at = Number.NaN;
  #text = '';

  read(): string {
    const now = Date.now();
    if (now !== this.#at) {
      this.#at = now;
      this.#text = new Date(now).toISOString();
    }
    return this.#text;
  }
}
