import { z } from 'zod';
import { packMarks } from './pack-marks.ts';
import { pack } from './pack.ts';
import type { Mark } from './mark.ts';
import type { Timeline } from './timeline.ts';

/** A timeline as it was before marks were packed: each lane with its own, each mark with its frame. */
const LooseTimelineSchema = z.object({
  history: z.string(),
  journey: z.string(),
  lanes: z.array(
    z.object({
      connection: z.string(),
      user: z.string(),
      marks: z.array(
        z.looseObject({ n: z.int(), at: z.number(), kind: z.string(), raw: z.string() }),
      ),
    }),
  ),
  omitted: z.int(),
});

const WitnessesSchema = z.object({
  checks: z.array(
    z.object({
      witnesses: z.array(
        z.object({
          raw: z.array(z.object({ n: z.int(), at: z.number(), connection: z.string() })),
        }),
      ),
    }),
  ),
});

/** Packs the timelines of results that were stored before they were packed; anything else is left alone. */
export function upgradeTimelines(value: unknown): unknown {
  const timelines: unknown = Reflect.get(Object(value), 'timelines');
  const loose = z.array(LooseTimelineSchema).min(1).safeParse(timelines);
  if (!loose.success) return value;
  const checks = WitnessesSchema.safeParse(value).data?.checks ?? [];
  const named = checks.flatMap(({ witnesses }) => witnesses.flatMap(({ raw }) => raw));
  const addresses = new Set(named.map(addressOf));
  return {
    ...Object(value),
    timelines: loose.data.map((timeline) => packTimeline(timeline, addresses)),
  };
}

function packTimeline(
  { lanes, ...timeline }: z.infer<typeof LooseTimelineSchema>,
  named: ReadonlySet<string>,
): Timeline {
  const drawn = lanes
    .flatMap(({ connection, marks }, lane) => marks.map((mark) => ({ ...mark, connection, lane })))
    .toSorted((left, right) => left.n - right.n);
  const witnesses = drawn.flatMap(({ n, at, connection }, mark) =>
    named.has(addressOf({ n, at, connection })) ? [{ mark, n, at, connection }] : [],
  );
  return {
    ...timeline,
    lanes: lanes.map(({ connection, user }) => ({ connection, user })),
    count: drawn.length,
    marks: packMarks(drawn satisfies Mark[]),
    frames: [{ first: 0, packed: pack(drawn.map(({ raw }) => raw)) }],
    frameless: 0,
    witnesses,
  };
}

function addressOf(record: { n: number; at: number; connection: string }): string {
  return `${String(record.n)} ${String(record.at)} ${record.connection}`;
}
