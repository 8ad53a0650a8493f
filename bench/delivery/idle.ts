import { Arm, armNames, type ArmName } from './arm.ts';
import { median } from './median.ts';
import { medianSlope } from './median-slope.ts';

export interface IdleCost {
  /** Bytes of JavaScript objects and buffers that one more silent connection keeps alive. */
  readonly liveBytes: number;
  /** Bytes by which one more silent connection makes the process grow; whole pages, hence rough. */
  readonly rssBytes: number;
}

export interface Idle {
  readonly arms: Readonly<Record<ArmName, IdleCost>>;
  /** Gateway ÷ rival. */
  readonly ratios: Readonly<Record<Exclude<ArmName, 'gateway'>, IdleCost>>;
}

/** Connections that come and go before anything is counted: code is compiled, caches are filled, buffers have grown. */
const warmUpConnections = 100;
const warmUpReadings = 20;
const steps = 5;
const launches = 5;

/**
 * The slope of memory over connections, from half to one and a half times `connections`, each point after two
 * collections. A difference between nobody and everybody would be, at a hundred connections, mostly what a
 * server spends once.
 */
async function measureSlope(name: ArmName, connections: number): Promise<IdleCost> {
  const arm = await Arm.start(name, warmUpConnections);
  await arm.empty();
  for (let reading = 0; reading < warmUpReadings; reading += 1) await arm.usage();
  const live: [number, number][] = [];
  const rss: [number, number][] = [];
  for (let step = 0; step <= steps; step += 1) {
    const open = Math.round(connections * (0.5 + step / steps));
    await arm.growTo(open);
    const { liveBytes, rssBytes } = await arm.usage();
    live.push([open, liveBytes]);
    rss.push([open, rssBytes]);
  }
  await arm.stop();
  return { liveBytes: medianSlope(live), rssBytes: medianSlope(rss) };
}

function combine(costs: readonly IdleCost[]): IdleCost {
  return {
    liveBytes: median(costs.map(({ liveBytes }) => liveBytes)),
    rssBytes: median(costs.map(({ rssBytes }) => rssBytes)),
  };
}

function divide(over: IdleCost, under: IdleCost): IdleCost {
  return {
    liveBytes: over.liveBytes / under.liveBytes,
    rssBytes: over.rssBytes / under.rssBytes,
  };
}

/** Launches of the arms in turn, each in a fresh process; the median launch counts. */
export async function measureIdle(connections: number): Promise<Idle> {
  const taken: Record<ArmName, IdleCost[]> = { gateway: [], 'plain-ws': [], 'socket-io': [] };
  for (let launch = 0; launch < launches; launch += 1) {
    for (const name of armNames) taken[name].push(await measureSlope(name, connections));
  }
  const gateway = combine(taken.gateway);
  const plainWs = combine(taken['plain-ws']);
  const socketIo = combine(taken['socket-io']);
  return {
    arms: { gateway, 'plain-ws': plainWs, 'socket-io': socketIo },
    ratios: { 'plain-ws': divide(gateway, plainWs), 'socket-io': divide(gateway, socketIo) },
  };
}
