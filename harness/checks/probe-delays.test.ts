import { describe, expect, it } from 'vitest';
import { strictPromises, HistoryBuilder } from './testing/history-builder.ts';
import { judgeHistory } from './judge/judge-history.ts';

type Lag = (built: HistoryBuilder, ms: number) => HistoryBuilder;

const { upgrade_ms, pong_ms, cancel_ms, terminal_ms, first_event_ms } = strictPromises.deadlines;

const begun = (): HistoryBuilder => new HistoryBuilder().open('a', 'ada');
const chatted = (): HistoryBuilder => begun().chat('a', 'r1').say('a', 'r1', 'agent_started');

/** What takes too long, told with the moment at which the probe may notice that it was late itself. */
const waits: Readonly<Record<string, (lag: Lag) => HistoryBuilder>> = {
  'WIRE-UPGRADE': (lag) =>
    lag(new HistoryBuilder().wait(upgrade_ms), upgrade_ms).open('a', 'ada', { outcome: 'stalled' }),
  'WIRE-HALFOPEN': (lag) =>
    lag(
      begun()
        .add({ type: 'beat', connection: 'a', epoch: 0, beat: 'ping-sent' })
        .wait(pong_ms + 1)
        .add({ type: 'beat', connection: 'a', epoch: 0, beat: 'pong-received' }),
      pong_ms,
    ),
  'CAP-HEARTBEAT': (lag) =>
    lag(
      begun()
        .add({ type: 'beat', connection: 'a', epoch: 0, beat: 'ping-sent' })
        .frame('a', '{"type":"tick"}')
        .add({ type: 'beat', connection: 'a', epoch: 0, beat: 'ping-sent' })
        .wait(pong_ms),
      pong_ms,
    ),
  'LIFE-START': (lag) => lag(begun().act('a', 'chat').wait(first_event_ms), first_event_ms),
  'LIFE-TERM': (lag) => lag(chatted().wait(terminal_ms), terminal_ms),
  'LIFE-CANCEL': (lag) =>
    lag(
      chatted()
        .act('a', 'cancel', { run: 'r1' })
        .event('a', { kind: 'cancel_accepted', run: 'r1' })
        .wait(cancel_ms)
        .say('a', 'r1', 'agent_cancelled', { outcome: 'cancelled' }),
      cancel_ms,
    ),
  'RES-EXPIRED': (lag) =>
    lag(chatted().act('a', 'resume', { run: 'r1' }).wait(first_event_ms), first_event_ms),
  'TRUTH-HEALTH': (lag) =>
    lag(
      begun()
        .add({
          type: 'http',
          user: 'ada',
          method: 'GET',
          path: '/readyz',
          status: 200,
          duration_ms: 1,
          body: '',
          purpose: 'health',
        })
        .act('a', 'chat')
        .wait(first_event_ms),
      first_event_ms,
    ),
};

const verdictOf = (id: string, lag: Lag) => verdictOn(id, (waits[id] ?? begun)(lag));

const verdictOn = (id: string, built: HistoryBuilder) => {
  const { history } = built.end();
  return judgeHistory(history).find((result) => result.id === id)?.verdict;
};

const stall = (built: HistoryBuilder, ms: number): HistoryBuilder =>
  built.add({ type: 'harness', notice: 'lag', ms });

const noLag: Lag = (built) => built;
const lagOf =
  (share: number): Lag =>
  (built, ms) =>
    stall(built, ms * share);

describe.each(Object.keys(waits))('%s', (id) => {
  it('convicts whoever took too long', () => {
    expect(verdictOf(id, noLag)).toBe('fail');
  });

  it('convicts nobody where the probe itself was late', () => {
    expect(verdictOf(id, lagOf(0.9))).not.toBe('fail');
  });

  it('is not talked out of it by a short delay of the probe', () => {
    expect(verdictOf(id, lagOf(0.01))).toBe('fail');
  });
});

describe('a delay counts only as far as it overlaps the wait', () => {
  it('convicts whoever was silent after the probe had been late', () => {
    const built = stall(begun().act('a', 'chat'), 10_000).wait(first_event_ms);
    expect(verdictOn('LIFE-START', built)).toBe('fail');
  });

  it('convicts whoever had been silent before the probe was late', () => {
    const late = chatted().wait(terminal_ms).say('a', 'r1', 'agent_completed');
    expect(verdictOn('LIFE-TERM', stall(late.wait(900), 1_000))).toBe('fail');
  });
});
