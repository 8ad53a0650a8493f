import type { MarkColumns } from './mark-columns.ts';
import type { Mark } from './mark.ts';
import { pack } from './pack.ts';

/** Marks as a timeline holds them. */
export function packMarks(marks: readonly Mark[]): string {
  const places = new Map([['', 0]]);
  const placeOf = (text = ''): number => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const columns: Omit<MarkColumns, 'words'> = {
    lane: marks.map(({ lane }) => lane),
    n: differences(marks.map(({ n }) => n)),
    at: differences(marks.map(({ at }) => Math.round(at * 1000))),
    kind: marks.map(({ kind }) => placeOf(kind)),
    run: marks.map(({ run }) => placeOf(run)),
    call: marks.map(({ call }) => placeOf(call)),
    tool: marks.map(({ tool }) => placeOf(tool)),
    outcome: marks.map(({ outcome }) => placeOf(outcome)),
    direction: marks.map(({ direction }) => placeOf(direction)),
    replay: marks.map(({ replay }) => (replay === undefined ? 0 : replay ? 1 : 2)),
  };
  return pack({ words: [...places.keys()], ...columns } satisfies MarkColumns);
}

function differences(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}
