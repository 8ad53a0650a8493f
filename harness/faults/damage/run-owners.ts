import { readFields } from '../proxy/edit.ts';
import type { Workbench } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';

/** Who was given which run, and which of its events there have been so far. */
export class RunOwners {
  readonly #ownerOf = new Map<string, number>();
  readonly #saidIn = new Map<string, string[]>();

  /** Call for each message that names a run; the connection that hears of it first is its owner's. */
  note(text: string, run: string, lane: Lane): void {
    if (!this.#ownerOf.has(run)) this.#ownerOf.set(run, lane.number);
    if (readFields(text)['seq'] === undefined) return;
    this.#saidIn.set(run, [...this.saidIn(run), text]);
  }

  isForeign(lane: Lane, run: string): boolean {
    return (this.#ownerOf.get(run) ?? lane.number) !== lane.number;
  }

  saidIn(run: string): readonly string[] {
    return this.#saidIn.get(run) ?? [];
  }

  /** The connection on which this run is under way for its own user. */
  laneOf(run: string, { lanes }: Workbench): Lane | undefined {
    return lanes.find(
      ({ number, openRuns }) => number === this.#ownerOf.get(run) && openRuns.has(run),
    );
  }
}
