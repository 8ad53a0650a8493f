import { Arm, armNames, type ArmName } from './arm.ts';
import { measureIdle, type Idle } from './idle.ts';
import { measure, shapesFor, type Sample, type Shape } from './measure.ts';
import { median } from './median.ts';

export interface Comparison {
  readonly connections: number;
  readonly shape: Shape['name'];
  readonly arms: Readonly<Record<ArmName, Sample>>;
  /** Median over the rounds of gateway ÷ rival, each of one round. */
  readonly ratios: Readonly<Record<Exclude<ArmName, 'gateway'>, Sample>>;
}

export interface Sized {
  readonly connections: number;
  readonly comparisons: readonly Comparison[];
  /** Not measured for a single connection: a slope wants several. */
  readonly idle: Idle | undefined;
}

type Rounds = Readonly<Record<ArmName, readonly Sample[]>>;

function combine(samples: readonly Sample[]): Sample {
  return {
    eventsPerSecond: median(samples.map((sample) => sample.eventsPerSecond)),
    cpuPerEvent: median(samples.map((sample) => sample.cpuPerEvent)),
    medianAge: median(samples.map((sample) => sample.medianAge)),
  };
}

function divide(over: readonly Sample[], under: readonly Sample[]): Sample {
  return combine(
    over.map((sample, round) => {
      const rival = under[round] ?? sample;
      return {
        eventsPerSecond: sample.eventsPerSecond / rival.eventsPerSecond,
        cpuPerEvent: sample.cpuPerEvent / rival.cpuPerEvent,
        medianAge: sample.medianAge / rival.medianAge,
      };
    }),
  );
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
    comparisons.push({
      connections,
      shape: shape.name,
      arms: {
        gateway: combine(samples.gateway),
        'plain-ws': combine(samples['plain-ws']),
        'socket-io': combine(samples['socket-io']),
      },
      ratios: {
        'plain-ws': divide(samples.gateway, samples['plain-ws']),
        'socket-io': divide(samples.gateway, samples['socket-io']),
      },
    });
  }
  for (const arm of Object.values(arms)) await arm.stop();
  const idle = connections === 1 ? undefined : await measureIdle(connections);
  return { connections, comparisons, idle };
}
