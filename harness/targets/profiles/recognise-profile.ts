import { isRunKind } from '../../contract/event-kind.ts';
import { findProfile, profileNames } from './profile-table.ts';

/** The built-in profile that knows most of these frames; `undefined` where none sees a run in them. */
export function recogniseProfile(
  frames: readonly string[],
): { readonly name: string; readonly fitting: number } | undefined {
  let best: { name: string; fitting: number } | undefined;
  for (const name of profileNames) {
    const projection = findProfile(name).project();
    const kinds = frames.map((raw) => projection.received(raw).events.map(({ kind }) => kind));
    const known = kinds.filter((each) => each.some((kind) => kind !== 'unknown'));
    const fitting = known.length;
    // Progress is what a profile calls whatever it does not care about.
    const telling = known.some((each) =>
      each.some((kind) => isRunKind(kind) && kind !== 'progress_update'),
    );
    if (telling && fitting > (best?.fitting ?? 0)) best = { name, fitting };
  }
  return best;
}
