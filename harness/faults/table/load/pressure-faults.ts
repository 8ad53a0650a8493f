import { burst } from '../../../probe/journeys/burst.ts';
import { slowConsumer } from '../../../probe/journeys/slow-consumer.ts';
import { dropMany } from '../../damage/drop-many.ts';
import type { FaultRow } from '../../fault-row.ts';
import type { Damage } from '../../proxy/interference.ts';
import { onBytes, onFrames } from '../sketch.ts';

/** Buffers without a bound: the target never learns that nobody reads. */
const hoard: Damage = (bench) => ({
  greedy: true,
  received({ text }, lane) {
    bench.bite('buffered without a bound', lane);
    return [text];
  },
});

export const pressureFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F53',
    title: 'a burst of ten thousand events loses some',
    owner: 'BP-BURST',
    entails: ['ORD-SEQ-GAP', 'TXT-CONCAT', 'LAT-RUN', 'LAT-FIRST'],
    says: /did not/,
    journey: burst,
    promises: { deadlines: { terminal_ms: 120_000 } },
    alone: true,
    damage: dropMany('message_delta', 700),
  }),
  onBytes({
    id: 'F104',
    title: 'a client that stops reading stays connected, and all is kept for it',
    owner: 'BP-SLOW-CONSUMER',
    entails: ['LAT-RUN', 'LAT-FIRST', 'WIRE-HALFOPEN', 'CAP-HEARTBEAT'],
    says: /stayed connected to the end|closed with silence/,
    journey: slowConsumer,
    alone: true,
    // A proxy that gets little of a busy processor is a slow consumer itself, and would be closed.
    platform: { limits: { maxBufferedBytes: 64 * 1024 * 1024 } },
    damage: hoard,
  }),
];
