import type { AgentBridge, EventSink, PlatformParts } from '../../dispatcher/parts.ts';
import type { UserExecutionContext } from '../../dispatcher/user-execution-context.ts';
import type { Agent } from '../agent/agent.ts';
import type { ThreadStore } from '../store/thread-store.ts';
import type { ActiveRun } from './active-run.ts';
import { openRunSink } from './run-sink.ts';
import { RunStoppedError } from './run-stopped-error.ts';

export interface RunEquipment {
  readonly log: EventSink;
  readonly threads: ThreadStore;
  readonly agent: Agent;
  readonly parts: PlatformParts;
  readonly openSink: (sink: EventSink, context: UserExecutionContext) => EventSink;
  readonly reportError: (error: unknown) => void;
}

/**
 * From `agent_started` to exactly one terminal. The answer is stored before the run is called complete.
 * Rejects only when the terminal itself could not be published.
 */
export async function executeRun(run: ActiveRun, equipment: RunEquipment): Promise<void> {
  const sink = equipment.openSink(openRunSink(equipment.log, run), run.context);
  const bridge = equipment.parts.openBridge(run.context, sink);
  const startedAt = performance.now();
  try {
    const answer = await work(run, bridge, equipment);
    await bridge.notifyAgentCompleted({
      status: 'completed',
      result: answer,
      execution_time_ms: Math.round((performance.now() - startedAt) * 1000) / 1000,
      fallbacks: 0,
    });
  } catch (error) {
    const expected = run.isCancelled || error instanceof RunStoppedError;
    if (!expected) equipment.reportError(error);
    await announceFailure(run, bridge, error);
  }
}

async function work(run: ActiveRun, bridge: AgentBridge, equipment: RunEquipment): Promise<string> {
  const { context } = run;
  const messageId = `msg_${context.runId}`;
  await bridge.notifyAgentStarted({
    status: 'started',
    message: 'I am on it.',
    context: { request_id: context.requestId },
  });
  const answer = await converse(run, bridge, messageId, equipment);
  run.settle();
  await equipment.threads.addMessage(context.threadId, {
    messageId,
    runId: context.runId,
    role: 'assistant',
    content: answer,
    createdAt: Date.now(),
  });
  return answer;
}

async function converse(
  { context, content, signal }: ActiveRun,
  bridge: AgentBridge,
  messageId: string,
  { parts, agent, threads }: RunEquipment,
): Promise<string> {
  const dispatcher = await parts.openDispatcher(context, bridge);
  const readHistory = () => threads.messagesOf(context.threadId);
  try {
    return await agent.answer({
      context,
      content,
      messageId,
      bridge,
      dispatcher,
      signal,
      readHistory,
    });
  } finally {
    // Before the terminal: nothing of a tool may come after it.
    await dispatcher[Symbol.asyncDispose]();
  }
}

async function announceFailure(run: ActiveRun, bridge: AgentBridge, error: unknown): Promise<void> {
  if (run.isCancelled) {
    const payload = { status: 'cancelled', reason: 'cancelled by the user' };
    await bridge.notifyCustom({ type: 'agent_cancelled', payload });
    return;
  }
  const stopped = error instanceof RunStoppedError;
  await bridge.notifyAgentError({
    status: 'failed',
    error_code: stopped ? error.code : 'AGENT_FAILED',
    // What went wrong inside is for the operator; a user's wire is no place for it.
    error_message: stopped ? error.message : 'the agent could not finish this run',
  });
}
