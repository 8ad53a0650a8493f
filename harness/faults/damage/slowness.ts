import { setTimeout as pause } from 'node:timers/promises';
import type { Damage } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';

const dripBytes = 24;
const dripMs = 25;

/** Sends a message a few bytes at a time. */
export async function drip(text: string, lane: Lane): Promise<void> {
  const bytes = lane.encode(text);
  for (let at = 0; at < bytes.length; at += dripBytes) {
    lane.write(bytes.subarray(at, at + dripBytes));
    await pause(dripMs);
  }
}

/** Every message to the victim is late by a time the seed picks between the two, in ms; the order stays. */
export function jitter(least: number, most: number): Damage {
  return (bench) => ({
    async received(message, lane) {
      if (lane.number !== bench.victim) return [message.text];
      bench.bite('delayed a message', lane);
      await pause(least + bench.random() * (most - least));
      return [message.text];
    },
  });
}

/** The victim's messages pass at this many bytes per second. */
export function capBandwidth(bytesPerSecond: number): Damage {
  return (bench) => ({
    async received({ text }, lane) {
      if (lane.number !== bench.victim) return [text];
      bench.bite('slowed a message down', lane);
      await pause((Buffer.byteLength(text) * 1000) / bytesPerSecond);
      return [text];
    },
  });
}
