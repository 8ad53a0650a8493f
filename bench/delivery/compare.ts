import { Arm, armNames, type ArmName } from './arm.ts';
import { measureIdle, type Idle } from './idle.ts';
import { measure, shapesFor, type Sample, type Shape } from './measure.ts';

export interface Comparison {
  readonly connections: number;
  readonly shape: Shape['name'];
  /** The best of the rounds, figure by figure. */
  readonly arms: Readonly<Record<ArmName, Sample>>;
  /** Gateway ÷ rival. */
  readonly ratios: Readonly<Record<Exclude<ArmName, 'gateway'>, Sample>>;
}

export interface Sized {
  readonly connections: number;
  readonly comparisons: readonly Comparison[];
  /** Not measured for a single connection: a slope wants several. */
  readonly idle: Idle | undefined;
}

type Rounds = Readonly<Record<ArmName, readonly Sample[]>>;

/** The best round of each figure: a neighbour on the machine only ever takes away, and takes from every arm. */
function takeBest(samples: readonly Sample[]): Sample {
  return {
    eventsPerSecond: Math.max(...samples.map((sample) => sample.eventsPerSecond)),
    cpuPerEvent: Math.min(...samples.map((sample) => sample.cpuPerEvent)),
    medianAge: Math.min(...samples.map((sample) => sample.medianAge)),
  };
}

function divide(over: Sample, under: Sample): Sample {
  return {
    eventsPerSecond: over.eventsPerSecond / under.eventsPerSecond,
    cpuPerEvent: over.cpuPerEvent / under.cpuPerEvent,
    medianAge: over.medianAge / under.medianAge,
  };
}

/** The arms take turns, starting with another one each round, so that a busy machine hits all of them alike. */
async function takeTurns(
  arms: Record<ArmName, Arm>,
  shape: Shape,
  rounds: number,
): Promise<Rounds> {
  const samples: Record<ArmName, Sample[]> = { gateway: [], 'plain-ws': [], 'socket-io': [] };
  for (let round = -1; round < rounds; round += 1) {
    for (let step = 0; step < armNames.length; step += 1) {
      const name = armNames[(round + 1 + step) % armNames.length] ?? 'gateway';
      const sample = await measure(arms[name], shape);
      // The first round warms up.
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
}

/** Starts all arms with so many connections each, and lets them take turns. */
export async function compareAt(connections: number, rounds: number): Promise<Sized> {
  const gateway = await Arm.start('gateway', connections);
  const plainWs = await Arm.start('plain-ws', connections);
  const socketIo = await Arm.start('socket-io', connections);
  const arms = { gateway, 'plain-ws': plainWs, 'socket-io': socketIo };
  const comparisons: Comparison[] = [];
  for (const shape of shapesFor(connections)) {
    const samples = await takeTurns(arms, shape, rounds);
    const best = takeBest(samples.gateway);
    const bestOfPlainWs = takeBest(samples['plain-ws']);
    const bestOfSocketIo = takeBest(samples['socket-io']);
    comparisons.push({
      connections,
      shape: shape.name,
      arms: {
        gateway: best,
        'plain-ws': bestOfPlainWs,
        'socket-io': bestOfSocketIo,
      },
      ratios: {
        'plain-ws': divide(best, bestOfPlainWs),
        'socket-io': divide(best, bestOfSocketIo),
      },
    });
  }
  for (const arm of Object.values(arms)) await arm.stop();
  const idle = connections === 1 ? undefined : await measureIdle(connections);
  return { connections, comparisons, idle };
}
