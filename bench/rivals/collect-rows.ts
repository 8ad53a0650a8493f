import { existsSync } from 'node:fs';
import type { Sized } from '../delivery/compare.ts';
import type { Row } from './row.ts';
import { runBench } from './run-bench.ts';

interface Dispatch {
  readonly arms: readonly { readonly id: string; readonly title: string; readonly ns: number }[];
}

interface Prober {
  readonly plan: { readonly sessions: number };
  readonly arms: Readonly<
    Record<'bare' | 'checked', { readonly cpuUsPerTurn: number; readonly bytesPerSession: number }>
  >;
}

interface Artillery {
  readonly plan: { readonly sessions: number };
  readonly arms: Readonly<
    Record<string, { readonly cpuSeconds: number; readonly peakBytes: number }>
  >;
}

const us = (ns: number): string => `${(ns / 1000).toPrecision(3)} µs`;
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

async function dispatchRows(words: readonly string[]): Promise<Row[]> {
  const { arms } = await runBench<Dispatch>('dispatch/bench.ts', words);
  const ours = arms.find(({ id }) => id === 'dispatcher')?.ns ?? Number.NaN;
  const rivals = new Set([
    'bare',
    'mcp-call',
    'langchain-invoke',
    'ai-sdk-turn',
    'mcp-per-request',
  ]);
  return arms
    .filter(({ id }) => rivals.has(id))
    .map(({ title, ns }) => ({
      what: 'CPU of one tool call',
      rival: title,
      ours: us(ours),
      theirs: us(ns),
      ratio: ours / ns,
      better: 'lower',
    }));
}

async function deliveryRows(words: readonly string[]): Promise<Row[]> {
  const { sized } = await runBench<{ readonly sized: readonly Sized[] }>(
    'delivery/bench.ts',
    words,
  );
  return sized.flatMap(({ connections, comparisons, idle }) => {
    const burst = comparisons.find(({ shape }) => shape === 'burst');
    if (burst === undefined) return [];
    return (['plain-ws', 'socket-io'] as const).flatMap((rival): Row[] => {
      const per = (arm: 'gateway' | typeof rival): string =>
        `${Math.round(burst.arms[arm].eventsPerSecond)}/s`;
      const delivered: Row = {
        what: `events delivered, ${connections} connections`,
        rival,
        ours: per('gateway'),
        theirs: per(rival),
        ratio: burst.ratios[rival].eventsPerSecond,
        better: 'higher',
      };
      if (idle === undefined) return [delivered];
      const held: Row = {
        what: `memory of a silent connection, of ${connections}`,
        rival,
        ours: kib(idle.arms.gateway.liveBytes),
        theirs: kib(idle.arms[rival].liveBytes),
        ratio: idle.ratios[rival].liveBytes,
        better: 'lower',
      };
      return [delivered, held];
    });
  });
}

async function proberRows(words: readonly string[]): Promise<Row[]> {
  const { plan, arms } = await runBench<Prober>('prober/bench.ts', words);
  const { bare, checked } = arms;
  const rival = 'bare ws client, nothing checked';
  return [
    {
      what: `client CPU of a turn, ${plan.sessions} sessions`,
      rival,
      ours: `${checked.cpuUsPerTurn.toFixed(0)} µs`,
      theirs: `${bare.cpuUsPerTurn.toFixed(0)} µs`,
      ratio: checked.cpuUsPerTurn / bare.cpuUsPerTurn,
      better: 'lower',
    },
    {
      what: `client memory of a session, of ${plan.sessions}`,
      rival,
      ours: kib(checked.bytesPerSession),
      theirs: kib(bare.bytesPerSession),
      ratio: checked.bytesPerSession / bare.bytesPerSession,
      better: 'lower',
    },
  ];
}

async function artilleryRows(words: readonly string[]): Promise<Row[]> {
  if (!existsSync(new URL('../artillery/node_modules/artillery', import.meta.url))) {
    process.stderr.write('Artillery is not installed: npm run bench:install:artillery\n');
    return [];
  }
  const { plan, arms } = await runBench<Artillery>('artillery/bench.ts', words);
  const [ours, theirs] = [arms['golden-path'], arms['artillery']];
  if (ours === undefined || theirs === undefined) return [];
  const rival = 'Artillery, the same checks in its hook';
  return [
    {
      what: `CPU of ${plan.sessions} sessions × 10 turns`,
      rival,
      ours: `${ours.cpuSeconds.toFixed(1)} s`,
      theirs: `${theirs.cpuSeconds.toFixed(1)} s`,
      ratio: ours.cpuSeconds / theirs.cpuSeconds,
      better: 'lower',
    },
    {
      what: `peak memory of ${plan.sessions} sessions`,
      rival,
      ours: mib(ours.peakBytes),
      theirs: mib(theirs.peakBytes),
      ratio: ours.peakBytes / theirs.peakBytes,
      better: 'lower',
    },
  ];
}

/** Every comparison with a rival, one after the other: they would disturb each other. */
export async function collectRows(quick: boolean): Promise<Row[]> {
  return [
    ...(await dispatchRows(quick ? ['--launches', '2', '--rounds', '25'] : [])),
    ...(await deliveryRows(['--connections', '100', '--rounds', quick ? '3' : '7'])),
    ...(await proberRows(['--rounds', quick ? '1' : '3'])),
    ...(await artilleryRows(['--rounds', quick ? '1' : '2'])),
  ];
}
