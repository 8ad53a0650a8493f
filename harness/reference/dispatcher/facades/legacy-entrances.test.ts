import { expect, it } from 'vitest';
import { WebSocketBridgeAdapter } from '../bridge/web-socket-bridge-adapter.ts';
import { RequestScopedToolDispatcherFactory } from '../request-scoped-tool-dispatcher-factory.ts';
import { contextOf } from '../testing/context-of.ts';
import { RecordingSink } from '../testing/recording-sink.ts';
import { GatedTool } from '../testing/gated-tool.ts';
import { echo } from '../testing/sample-tools.ts';
import { openLegacyEntrances } from './legacy-entrances.ts';

const context = contextOf('ada');

function openBridge() {
  return new WebSocketBridgeAdapter(context, new RecordingSink(), { agentName: 'helper' });
}

function openWarned() {
  const warnings: { text: string; code: string }[] = [];
  const factory = new RequestScopedToolDispatcherFactory({
    tools: [echo],
    limits: { maxConcurrentPerUser: 1 },
  });
  const entrances = openLegacyEntrances(factory, (text, { code }) => warnings.push({ text, code }));
  return { factory, entrances, warnings };
}

it('warns once per call site, with the code of the entrance and the place of the call', async () => {
  const { entrances, warnings } = openWarned();
  for (let round = 0; round < 3; round += 1) {
    await entrances.createRequestScopedToolDispatcher(context, openBridge());
  }
  await entrances.createRequestScopedToolDispatcher(context, openBridge());
  await entrances.toolDispatcher.createRequestScopedDispatcher(context, [], openBridge());
  await entrances.toolExecutorFactory.createRequestScopedDispatcher(context, [], openBridge());
  await entrances.unifiedToolDispatcherFactory.createForRequest(context, openBridge());
  expect(warnings.map(({ code }) => code)).toEqual([
    'GP_LEGACY_CREATE_FUNCTION',
    'GP_LEGACY_CREATE_FUNCTION',
    'GP_LEGACY_TOOL_DISPATCHER',
    'GP_LEGACY_TOOL_EXECUTOR_FACTORY',
    'GP_LEGACY_UNIFIED_FACTORY',
  ]);
  for (const { text } of warnings) expect(text).toContain('legacy-entrances.test.ts');
});

it('delegates to the one factory, so that limits hold across old and new entrances', async () => {
  const { factory, entrances } = openWarned();
  const gate = new GatedTool();
  const old = await entrances.unifiedToolDispatcherFactory.createForRequest(context, openBridge(), [
    gate.tool,
  ]);
  const canonical = await factory.create(context, openBridge(), { tools: [gate.tool] });
  const first = old.dispatch({ tool: 'gated', callId: 'first', parameters: {} });
  const second = canonical.dispatch({ tool: 'gated', callId: 'second', parameters: {} });
  expect(gate.started).toEqual(['first']);
  gate.release('first');
  await first;
  await gate.whenStarted('second');
  gate.release('second');
  expect(await second).toMatchObject({ status: 'completed' });
});
