import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { Target } from '../../targets/target.ts';
import type { PlatformChildCalls, ProcessUsage } from './platform-child.ts';
import { targetAt } from './target-address.ts';

/** A target in a process of ours, whose memory can be looked at. */
export interface ApartTarget extends Target {
  usage(): Promise<ProcessUsage>;
}

/**
 * Starts the reference platform in a process of its own, with as many users as a load has sessions:
 * in the prober's process, both would wait for one event loop.
 */
export async function openReferenceApart(users: number): Promise<ApartTarget> {
  const child = startChild<PlatformChildCalls>(moduleBeside(import.meta.url, 'platform-child'), {
    flags: ['--expose-gc'],
  });
  try {
    const target = targetAt(await child.call('open', users));
    return {
      ...target,
      usage: () => child.call('usage', undefined),
      [Symbol.asyncDispose]: () => child.close(),
    };
  } catch (error) {
    await child.close();
    throw error;
  }
}
