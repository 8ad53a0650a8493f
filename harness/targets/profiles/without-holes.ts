import type { CanonicalEvent } from '../../contract/canonical-event.ts';

/** What a projection may say of an event, with `undefined` for what the frame does not hold. */
export type Holed = Pick<CanonicalEvent, 'kind'> & {
  readonly [Field in keyof CanonicalEvent]?: CanonicalEvent[Field] | undefined;
};

/** An event without the fields that are `undefined`: stored histories hold no holes. */
export function withoutHoles(event: Holed): CanonicalEvent {
  // Not by filtering entries: that took a quarter of the time of a whole projection, 2 of 8 µs.
  const clean: Partial<Record<keyof CanonicalEvent, unknown>> = {};
  for (const key of Object.keys(event) as (keyof CanonicalEvent)[]) {
    if (event[key] !== undefined) clean[key] = event[key];
  }
  return clean as unknown as CanonicalEvent;
}
