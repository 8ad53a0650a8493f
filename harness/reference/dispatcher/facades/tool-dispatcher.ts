import type { RequestScopedToolDispatcher } from '../dispatch/request-scoped-tool-dispatcher.ts';
import type { AgentBridge } from '../parts.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import type { LegacyRoute } from './legacy-route.ts';

/** @deprecated Use `RequestScopedToolDispatcherFactory`. */
export class ToolDispatcher {
  readonly #route: LegacyRoute;

  constructor(route: LegacyRoute) {
    this.#route = route;
  }

  /** @deprecated Use `RequestScopedToolDispatcherFactory.create`. */
  createRequestScopedDispatcher(
    context: UserExecutionContext,
    tools: Iterable<ToolDefinition>,
    bridge: AgentBridge,
  ): Promise<RequestScopedToolDispatcher> {
    return this.#route.open('GP_LEGACY_TOOL_DISPATCHER', context, bridge, tools);
  }
}
