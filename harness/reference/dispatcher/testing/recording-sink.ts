import type { Delivery, EventDraft, EventSink } from '../parts.ts';

/** Keeps every event it is given; `behave` decides how it answers. */
export class RecordingSink implements EventSink {
  readonly drafts: EventDraft[] = [];
  readonly #behave: (draft: EventDraft) => Promise<Delivery> | undefined;

  constructor(behave: (draft: EventDraft) => Promise<Delivery> | undefined = () => undefined) {
    this.#behave = behave;
  }

  publish(draft: EventDraft): Promise<Delivery> {
    this.drafts.push(structuredClone(draft));
    return this.#behave(draft) ?? Promise.resolve({ seq: this.drafts.length, connections: 1 });
  }

  /** The kinds in order, with the status of those that have one worth telling. */
  get story(): string[] {
    return this.drafts.map(({ type, payload }) =>
      type === 'tool_executing' ? type : `${type} ${String(payload['status'])}`,
    );
  }

  payloads(type: EventDraft['type']): Readonly<Record<string, unknown>>[] {
    return this.drafts.flatMap((draft) => (draft.type === type ? [draft.payload] : []));
  }
}
