import type { RequestScopedToolDispatcher } from '../dispatch/request-scoped-tool-dispatcher.ts';
import type { AgentBridge } from '../parts.ts';
import type { RequestScopedToolDispatcherFactory } from '../request-scoped-tool-dispatcher-factory.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import { DeprecationNotice, type Warn } from './deprecation-notice.ts';

const replacement = 'RequestScopedToolDispatcherFactory.create(context, bridge, { tools })';

/** Where all legacy entrances lead: the one factory. It has no other state than which call sites were warned. */
export class LegacyRoute {
  readonly #factory: RequestScopedToolDispatcherFactory;
  readonly #notice: DeprecationNotice;

  constructor(factory: RequestScopedToolDispatcherFactory, warn: Warn) {
    this.#factory = factory;
    this.#notice = new DeprecationNotice(warn);
  }

  open(
    code: string,
    context: UserExecutionContext,
    bridge: AgentBridge,
    tools: Iterable<ToolDefinition> = [],
  ): Promise<RequestScopedToolDispatcher> {
    this.#notice.give(code, replacement);
    return this.#factory.create(context, bridge, { tools });
  }
}
