import type { ToolDefinition } from '../dispatcher/index.ts';
import { damageSeams } from '../mutants/mutants.ts';
import type { PlatformSeams } from '../mutants/seams.ts';
import type { Agent } from './agent/agent.ts';
import { createModelAgent } from './agent/model-agent.ts';
import { scriptedAgent } from './agent/scripted-agent.ts';
import { createScriptTools } from './agent/script-tools.ts';
import { createDemoUsers } from './auth/demo-users.ts';
import type { Bus, BusListener } from './bus/bus.ts';
import { openBus } from './bus/open-bus.ts';
import { EventLog } from './events/event-log.ts';
import { markReplay } from './events/replay.ts';
import { Roster } from './gateway/roster.ts';
import { defaultLimits, type PlatformLimits } from './platform-limits.ts';
import type { PlatformOptions } from './platform-options.ts';
import { createReferenceParts } from './reference-parts.ts';
import { throttleParts } from './throttle.ts';
import { RunHost } from './runs/run-host.ts';
import { openDatabase } from './store/open-database.ts';
import { createStore, type Store } from './store/store.ts';

/** Everything behind the network: what is remembered, what runs, and who is to be told. */
export interface PlatformCore {
  readonly limits: PlatformLimits;
  readonly store: Store;
  readonly bus: Bus;
  readonly roster: Roster;
  readonly seams: PlatformSeams;
  readonly log: EventLog;
  readonly runs: RunHost;
  readonly reportError: (error: unknown) => void;
}

/** What the processes of this platform tell each other. */
type Told = Pick<BusListener, 'control' | 'lost'>;

/** `told` is called from the moment the bus is open. */
export async function openCore(options: PlatformOptions, told: Told): Promise<PlatformCore> {
  const store = await createStore(await openDatabase(options.database ?? ''));
  try {
    return await openAround(store, options, told);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openAround(
  store: Store,
  options: PlatformOptions,
  told: Told,
): Promise<PlatformCore> {
  const { demoUsers = false, reportError = () => {} } = options;
  const limits = { ...defaultLimits, ...options.limits };
  if (demoUsers !== false) {
    await createDemoUsers(store.accounts, demoUsers === true ? undefined : demoUsers);
  }
  const tools = createScriptTools(store.counters);
  const agent = await openAgent(options, tools);
  const roster = new Roster();
  const bus = await openBus(options.bus, {
    ...told,
    deliver: (...published) => roster.deliver(...published),
    failed: reportError,
  });
  const seams = damageSeams(openSeams(options, tools, bus, roster), options.mutants ?? []);
  const log = new EventLog(store.events, seams.deliver);
  const runs = new RunHost({
    store,
    log,
    bus,
    equipment: { ...seams, agent, reportError },
    instance: options.instance ?? 'main',
    ...limits,
    reportError,
  });
  return { limits, store, bus, roster, seams, log, runs, reportError };
}

async function openAgent(
  { agent, model }: PlatformOptions,
  tools: readonly ToolDefinition[],
): Promise<Agent> {
  if (agent !== undefined) return agent;
  return model === undefined ? scriptedAgent : createModelAgent(model, tools);
}

function openSeams(
  options: PlatformOptions,
  tools: readonly ToolDefinition[],
  bus: Bus,
  roster: Roster,
): PlatformSeams {
  const parts = { ...createReferenceParts(tools), ...options.parts };
  const { throttle = 0 } = options;
  return {
    parts: throttle > 0 ? throttleParts(parts, throttle) : parts,
    guardDoor: (admission) => admission,
    openSink: (sink) => sink,
    deliver: (userId, frames) => bus.publish(userId, frames),
    replay: markReplay,
    mayAccess: (userId, ownerId) => userId === ownerId,
    connectedUsers: () => roster.userIds(),
  };
}
