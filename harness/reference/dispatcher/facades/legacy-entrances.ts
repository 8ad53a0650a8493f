import type { RequestScopedToolDispatcher } from '../dispatch/request-scoped-tool-dispatcher.ts';
import type { AgentBridge } from '../parts.ts';
import type { RequestScopedToolDispatcherFactory } from '../request-scoped-tool-dispatcher-factory.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import type { Warn } from './deprecation-notice.ts';
import { LegacyRoute } from './legacy-route.ts';
import { ToolDispatcher } from './tool-dispatcher.ts';
import { ToolExecutorFactory } from './tool-executor-factory.ts';
import { UnifiedToolDispatcherFactory } from './unified-tool-dispatcher-factory.ts';

/** The four entrances a migration keeps alive under their old names and argument orders. */
export interface LegacyEntrances {
  /** @deprecated Use `RequestScopedToolDispatcherFactory`. */
  readonly toolExecutorFactory: ToolExecutorFactory;
  /** @deprecated Use `RequestScopedToolDispatcherFactory`. */
  readonly unifiedToolDispatcherFactory: UnifiedToolDispatcherFactory;
  /** @deprecated Use `RequestScopedToolDispatcherFactory`. */
  readonly toolDispatcher: ToolDispatcher;
  /** @deprecated Use `RequestScopedToolDispatcherFactory.create`. */
  createRequestScopedToolDispatcher(
    context: UserExecutionContext,
    bridge: AgentBridge,
    tools?: Iterable<ToolDefinition>,
  ): Promise<RequestScopedToolDispatcher>;
}

/**
 * Opens the legacy entrances of one factory. All of them create what the factory creates and warn once per call site.
 * They belong to a factory, instead of standing alone, because a factory of their own would be one more implementation.
 */
export function openLegacyEntrances(
  factory: RequestScopedToolDispatcherFactory,
  warn: Warn = (warning, options) => process.emitWarning(warning, options),
): LegacyEntrances {
  const route = new LegacyRoute(factory, warn);
  return {
    toolExecutorFactory: new ToolExecutorFactory(route),
    unifiedToolDispatcherFactory: new UnifiedToolDispatcherFactory(route),
    toolDispatcher: new ToolDispatcher(route),
    createRequestScopedToolDispatcher: (context, bridge, tools) =>
      route.open('GP_LEGACY_CREATE_FUNCTION', context, bridge, tools),
  };
}
