import type { Fault } from '../../contract/fault.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { closeUp } from '../damage/close-up.ts';
import { isLive } from '../proxy/message.ts';
import type { FaultRow, Setting } from '../fault-row.ts';

/** A row without what most rows share: two users on the golden path, a failure, and nothing that follows from it. */
export interface Sketch
  extends
    Pick<Fault, 'id' | 'title' | 'owner'>,
    Pick<FaultRow, 'says' | 'damage' | 'idle' | 'neverBites'>,
    Partial<Pick<Fault, 'expect' | 'entails'> & Setting> {}

function complete(sketch: Sketch, layer: Fault['layer']): FaultRow {
  return {
    journey: goldenPath,
    users: sketch.journey?.users ?? 2,
    expect: 'fail',
    entails: [],
    layer,
    ...sketch,
  };
}

/** A fault among the messages that has only one form. */
export function onFrames(sketch: Sketch): FaultRow {
  return complete(sketch, 'frame');
}

/** A fault of bytes and connections. */
export function onBytes(sketch: Sketch): FaultRow {
  return complete(sketch, 'byte');
}

/** The damage was done when the platform was started; each message that it accepts meets it. */
const meetPlatform: FaultRow['damage'] = (bench) => ({
  received(message, lane) {
    if (isLive(message, 'message_accepted')) bench.bite('ran on a broken platform', lane);
    return [message.text];
  },
});

/** A fault of the harness itself. */
export function inHarness(sketch: Sketch): FaultRow {
  return complete(sketch, 'harness');
}

/** A fault of the platform itself, started with the mutants named in `platform`. */
export function inPlatform(sketch: Omit<Sketch, 'damage' | 'idle'>): FaultRow {
  return complete({ ...sketch, damage: meetPlatform }, 'mutant');
}

/**
 * The two forms of an event-level fault: *unsent* under the id itself, and *lost* as `ID-lost`, which keeps the
 * numbers and therefore also entails `lost`.
 */
export function inBothForms({
  lost,
  ...sketch
}: Sketch & { readonly lost: readonly string[] }): FaultRow[] {
  const row = onFrames(sketch);
  return [
    { ...row, form: 'unsent', damage: closeUp(row.damage) },
    { ...row, id: `${row.id}-lost`, form: 'lost', entails: [...row.entails, ...lost] },
  ];
}
