/** One launch that profiles the dispatcher alone and prints, as JSON, which part of it took which share of the time. */
import { Session, type Profiler } from 'node:inspector/promises';
import { dispatcher } from './arms/dispatcher.ts';

export interface Share {
  readonly part: string;
  /** 0 to 1. */
  readonly share: number;
}

const warmUpCalls = 200_000;
const calls = 1_000_000;
const microseconds = 200;

/** The first that fits; functions that the compiler inlined are told apart too. */
const parts: readonly (readonly [where: RegExp, part: string])[] = [
  [/\/zod\//, 'the two schemas (zod)'],
  [/dispatcher\/events\//, 'copying and masking what events show'],
  [/dispatcher\/limits\//, 'limit per user and class, deadline'],
  [/dispatcher\/bridge\//, 'the bridge: two event drafts'],
  [/dispatcher\/dispatch\/notifications/, 'counting each event as delivered or lost'],
  [/dispatcher\/dispatch\/(admission|refuse)/, 'permission, known tool, own run'],
  [/dispatcher\/dispatch\//, 'the call: known id, execution, result, dispose'],
  [/dispatcher\//, 'creating the dispatcher'],
  [/bench\/dispatch\//, 'the tool and the request around it'],
  [/\(garbage collector\)/, 'collecting garbage'],
  [/^now /, 'reading the clock'],
];

function partOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string {
  const place = `${functionName} ${url}`;
  return parts.find(([where]) => where.test(place))?.[1] ?? 'promises and the rest of the runtime';
}

async function profile(): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: microseconds });
  for (let call = 0; call < warmUpCalls; call += 1) await dispatcher.call();
  await session.post('Profiler.start');
  for (let call = 0; call < calls; call += 1) await dispatcher.call();
  const { profile: taken } = await session.post('Profiler.stop');
  session.disconnect();
  return taken;
}

function sumUp({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Share[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [nth, id] of samples.entries()) {
    const frame = frames.get(id);
    const took = timeDeltas[nth] ?? 0;
    if (frame === undefined || frame.functionName === '(idle)') continue;
    spent.set(partOf(frame), (spent.get(partOf(frame)) ?? 0) + took);
    total += took;
  }
  return [...spent]
    .map(([part, took]) => ({ part, share: took / total }))
    .toSorted((one, other) => other.share - one.share);
}

process.stdout.write(JSON.stringify(sumUp(await profile())));
