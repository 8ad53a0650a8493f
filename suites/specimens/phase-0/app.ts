import { startPlatform } from 'golden-path/reference';
import { UsageStore } from './billing/usage-store.ts';
import { build } from './build.ts';
import { createToolDispatcher } from './dispatch/index.ts';
import { openEdge } from './edge/open-edge.ts';
import { RunBridge } from './events/run-bridge.ts';
import { offerFeatures } from './features.ts';
import { scheduleJobs } from './jobs.ts';

export interface Desk {
  readonly url: string;
  stop(): Promise<void>;
}

export interface DeskOptions {
  /** A file; a private one that vanishes with the process unless told. */
  readonly database?: string;
  /** Tells processes on one database apart. */
  readonly instance?: string;
}

/** Lumen Desk: an assistant that answers customers and calls the tools of every team. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const usage = new UsageStore(options.database ?? ':memory:');
  await offerFeatures(usage);
  const endJobs = scheduleJobs();
  const platform = await startPlatform({
    ...options,
    demoUsers: true,
    build,
    parts: {
      openBridge: (context, sink) => new RunBridge(context, sink),
      openDispatcher: createToolDispatcher,
    },
  });
  const edge = await openEdge(platform.url);
  return {
    url: edge.url,
    async stop() {
      endJobs();
      await platform.stop();
      await edge.close();
      usage.close();
    },
  };
}
