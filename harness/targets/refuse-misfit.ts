import { HarnessError } from '../contract/harness-error.ts';
import { isRunKind, type EventKind } from '../contract/event-kind.ts';
import type { FrameRecord, History } from '../contract/history.ts';
import { describeRefusal, missingFor } from './describe-refusal.ts';
import { findShutDoor } from './find-shut-door.ts';
import { findNamePath } from './learn/find-name-path.ts';
import { runsOf } from './learn/watched-run.ts';
import { recogniseProfile } from './profiles/recognise-profile.ts';
import { showRaw } from './show-raw.ts';
import { describeUnreachable } from './transports/describe-unreachable.ts';
import type { Target } from './target.ts';
import { describeUnmapped, findUnmappedKinds } from './unmapped-kinds.ts';

/** Names that a profile knows are listed up to so many. */
const listed = 12;

/**
 * Throws `PROFILE_MISFIT` where a history shows that the target speaks something else than its profile says: messages
 * were sent, and nothing that came back belongs to a run. Names the first frame that did not fit, shows it, and says
 * which mapping is missing. The same where a profile of the configuration has no rule for a kind that is required, as
 * it seems: nobody has proven it, and the target is not blamed for its typing errors. `TARGET_UNREACHABLE` where no
 * connection ever came about.
 */
export function refuseMisfit(history: History, { url, profile }: Target): void {
  const { records } = history;
  refuseAbsent(history, url);
  const what = `profile "${profile.name}" does not fit ${url}`;
  if (!records.some((record) => record.type === 'act' && record.act === 'chat')) {
    const door = findShutDoor(history);
    if (door === undefined) return;
    refuse(url, [
      `${what}: no connection came about, it was ${describeRefusal(door)}`,
      '  expected: a WebSocket',
      '  missing: the right path (give it in the URL), or a profile whose messages go by HTTP',
    ]);
  }
  const frames = records.filter((record) => record.type === 'frame');
  const received = frames.filter(({ direction }) => direction === 'received');
  const fits = received.some(({ events }) =>
    events.some(({ kind, derived_from }) => isRunKind(kind) && derived_from === undefined),
  );
  const strangers = received.filter(isStranger);
  const better = fits ? findBetter(received, strangers, profile) : undefined;
  if (fits && better === undefined) {
    const unmapped =
      profile.own === undefined ? undefined : findUnmappedKinds(history, profile.promises);
    if (unmapped?.likely !== true) return;
    const [unknown] = unmapped.strangers;
    refuse(url, [
      `${what}, or the target never says ${unmapped.kinds.join(', ')}`,
      `  ${describeUnmapped(unmapped, profile.name)}`,
      `  expected: ${expected(profile.names)}`,
      `  missing: ${missing(unknown, history, unmapped.kinds[0])}`,
    ]);
  }
  const [stranger] = strangers;
  if (stranger === undefined) {
    const refused = records
      .filter((record) => record.type === 'open')
      .find(({ outcome }) => outcome === 'refused' || outcome === 'stalled');
    // A target that takes messages and never says a word is broken, and for the checks to judge.
    if (refused === undefined) return;
    const sent = frames.find(({ direction }) => direction === 'sent')?.raw ?? '';
    refuse(url, [
      `${what}: no frame came back, the message was ${describeRefusal(refused)}`,
      `  sent: ${showRaw(sent)}`,
      `  expected: an event stream; missing: ${missingFor(refused)}`,
    ]);
  }
  refuse(url, [
    `${what}: the first frame that did not fit is record ${stranger.n}`,
    `  it came as: ${showRaw(stranger.raw)}`,
    `  expected: ${expected(profile.names)}`,
    `  missing: ${suggest(received, profile.name) ?? missing(stranger, history)}`,
  ]);
}

/** Streams tell only with the first message that nobody is there; sockets have told it before. */
function refuseAbsent({ records }: History, url: string): void {
  const opens = records.filter((record) => record.type === 'open');
  const [first] = opens;
  if (first === undefined || opens.some(({ outcome }) => outcome !== 'unreachable')) return;
  throw describeUnreachable(url, first.detail ?? 'no answer');
}

function refuse(where: string, lines: readonly string[]): never {
  throw new HarnessError('PROFILE_MISFIT', lines.join('\n'), { where });
}

function isStranger({ events, problems }: FrameRecord): boolean {
  return problems !== undefined || events.some(({ kind }) => kind === 'unknown');
}

function expected(names: readonly string[] | undefined): string {
  if (names === undefined) return 'a frame that this profile knows';
  const more = names.length > listed ? `, and ${names.length - listed} more` : '';
  return `one of ${names.slice(0, listed).join(', ')}${more}`;
}

function missing(
  { events, problems }: FrameRecord,
  history: History,
  wanted: EventKind = 'progress_update',
): string {
  const [problem] = problems ?? [];
  if (problem !== undefined) return `a way to read it (${problem.message})`;
  const name = events.find(({ kind }) => kind === 'unknown')?.name;
  if (name === undefined || name === '') {
    const guess = findNamePath(runsOf([history]));
    const perhaps = guess === undefined ? '' : `, perhaps '${guess}'`;
    return `frames.name, the path where a frame says what it is${perhaps}`;
  }
  return `a rule for it in frames.rules, such as { when: ${JSON.stringify(name)}, say: '${wanted}' }`;
}

/** Another profile that knows most of the frames: whoever chose the wrong one needs no mapping. */
function suggest(received: readonly FrameRecord[], own: string): string | undefined {
  const found = recogniseProfile(received.map(({ raw }) => raw));
  if (found === undefined || found.name === own) return undefined;
  return `the right profile: ${found.fitting} of ${received.length} frames fit "${found.name}" (--profile ${found.name})`;
}

/**
 * A built-in profile may know a frame of another protocol by chance. Where it does not know most of them, and another
 * one does, it is the wrong one.
 */
function findBetter(
  received: readonly FrameRecord[],
  strangers: readonly FrameRecord[],
  { own, name }: Target['profile'],
): string | undefined {
  const mostly = strangers.length > received.length / 2;
  return own === undefined && mostly ? suggest(received, name) : undefined;
}
