import { HarnessError } from '../contract/harness-error.ts';
import { isRunKind, type EventKind } from '../contract/event-kind.ts';
import type { FrameRecord, History } from '../contract/history.ts';
import { recogniseProfile } from './profiles/recognise-profile.ts';
import { showRaw } from './show-raw.ts';
import type { Target } from './target.ts';
import { describeUnmapped, findUnmappedKinds } from './unmapped-kinds.ts';

/** Names that a profile knows are listed up to so many. */
const listed = 12;

/**
 * Throws `PROFILE_MISFIT` where a history shows that the target speaks something else than its profile says: messages
 * were sent, and nothing that came back belongs to a run. Names the first frame that did not fit, shows it, and says
 * which mapping is missing. The same where a profile of the configuration has no rule for a kind that is required, as
 * it seems: nobody has proven it, and the target is not blamed for its typing errors.
 */
export function refuseMisfit(history: History, { url, profile }: Target): void {
  const { records } = history;
  if (!records.some((record) => record.type === 'act' && record.act === 'chat')) return;
  const frames = records.filter((record) => record.type === 'frame');
  const received = frames.filter(({ direction }) => direction === 'received');
  const fits = received.some(({ events }) =>
    events.some(({ kind, derived_from }) => isRunKind(kind) && derived_from === undefined),
  );
  const what = `profile "${profile.name}" does not fit ${url}`;
  if (fits) {
    const unmapped =
      profile.own === undefined ? undefined : findUnmappedKinds(history, profile.promises);
    if (unmapped?.likely !== true) return;
    const [stranger] = unmapped.strangers;
    const message = [
      `${what}, or the target never says ${unmapped.kinds.join(', ')}`,
      `  ${describeUnmapped(unmapped, profile.name)}`,
      `  expected: ${expected(profile.names)}`,
      `  missing: ${missing(stranger, unmapped.kinds[0])}`,
    ];
    throw new HarnessError('PROFILE_MISFIT', message.join('\n'), { where: url });
  }
  const stranger = received.find(isStranger);
  if (stranger === undefined) {
    const refused = records.find(
      (record) => record.type === 'open' && record.outcome === 'refused',
    );
    // A target that takes messages and never says a word is broken, and for the checks to judge.
    if (refused?.type !== 'open') return;
    const { status = 'no status', detail = '' } = refused;
    const sent = frames.find(({ direction }) => direction === 'sent')?.raw ?? '';
    const message = `${what}: no frame came back, the message was answered ${status} ${showRaw(detail)}\n  sent: ${showRaw(sent)}\n  expected: an event stream; missing: the right path (give it in the URL) or another shape of intents.chat`;
    throw new HarnessError('PROFILE_MISFIT', message, { where: url });
  }
  throw new HarnessError(
    'PROFILE_MISFIT',
    [
      `${what}: the first frame that did not fit is record ${stranger.n}`,
      `  it came as: ${showRaw(stranger.raw)}`,
      `  expected: ${expected(profile.names)}`,
      `  missing: ${missing(stranger)}`,
      ...suggestion(received, profile.name),
    ].join('\n'),
    { where: url },
  );
}

function isStranger({ events, problems }: FrameRecord): boolean {
  return problems !== undefined || events.some(({ kind }) => kind === 'unknown');
}

function expected(names: readonly string[] | undefined): string {
  if (names === undefined) return 'a frame that this profile knows';
  const more = names.length > listed ? `, and ${names.length - listed} more` : '';
  return `one of ${names.slice(0, listed).join(', ')}${more}`;
}

function missing({ events, problems }: FrameRecord, wanted: EventKind = 'progress_update'): string {
  const [problem] = problems ?? [];
  if (problem !== undefined) return `a way to read it (${problem.message})`;
  const name = events.find(({ kind }) => kind === 'unknown')?.name;
  if (name === undefined || name === '')
    return 'frames.name, the path where a frame says what it is';
  return `a rule for it in frames.rules, such as { when: ${JSON.stringify(name)}, say: '${wanted}' }`;
}

function suggestion(received: readonly FrameRecord[], own: string): string[] {
  const found = recogniseProfile(received.map(({ raw }) => raw));
  if (found === undefined || found.name === own) return [];
  return [`  but ${found.fitting} of ${received.length} frames fit the profile "${found.name}"`];
}
