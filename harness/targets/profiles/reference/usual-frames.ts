import type { CanonicalEvent } from '../../../contract/canonical-event.ts';
import type { EventKind } from '../../../contract/event-kind.ts';
import { UsualFrame } from './usual-frame.ts';

/** Forms of each kind: one for each code path that writes it. */
const formsPerKind = 4;
/** Forms of a kind that are learned in all: whoever says something else each time is not learned for ever. */
const patience = 64;
/** Longer frames are rare, and so is a second one like them. */
const longest = 4_096;

interface Learned {
  count: number;
  readonly places: number[];
}

/** Of all connections together, of whatever server: what is known of one says nothing of what another's frames mean. */
const forms: UsualFrame[] = [];
const learnedOf = new Map<EventKind, Learned>();
/** Where the form of the next frame is likely to be: behind that of the frame before. */
let next = 0;

/** The event of a frame that is like one that was learned; `undefined` for all others. */
export function readUsualFrame(raw: string): CanonicalEvent | undefined {
  if (raw.length > longest) return undefined;
  for (let tried = 0; tried < forms.length; tried += 1) {
    const place = (next + tried) % forms.length;
    const event = forms[place]?.read(raw);
    if (event === undefined) continue;
    next = place + 1;
    return event;
  }
  return undefined;
}

/** Remembers a sound frame that is no replay, and what it means. */
export function learnUsualFrame(raw: string, frame: object, event: CanonicalEvent): void {
  let learned = learnedOf.get(event.kind);
  if (learned === undefined) learnedOf.set(event.kind, (learned = { count: 0, places: [] }));
  if (raw.length > longest || learned.count === patience) return;
  const form = UsualFrame.learn(raw, frame, event);
  if (form === undefined) return;
  if (learned.places.length < formsPerKind) learned.places.push(forms.length);
  forms[learned.places[learned.count % formsPerKind] ?? 0] = form;
  learned.count += 1;
}
