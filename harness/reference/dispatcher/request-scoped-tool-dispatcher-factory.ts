import { openTally } from './dispatch/dispatch-tally.ts';
import { factoryKey } from './dispatch/factory-key.ts';
import { RequestScopedToolDispatcher } from './dispatch/request-scoped-tool-dispatcher.ts';
import { DispatcherError } from './dispatcher-error.ts';
import { DeadlineWatch } from './limits/deadline-watch.ts';
import { resolveLimits, type DispatcherLimits } from './limits/dispatcher-limits.ts';
import { UserSlots } from './limits/user-slots.ts';
import type { AgentBridge } from './parts.ts';
import type { ToolDefinition } from './tool/tool-definition.ts';
import { ToolRegistry } from './tool/tool-registry.ts';
import { createUserExecutionContext, type UserExecutionContext } from './user-execution-context.ts';

type PermissionLookup = (
  context: UserExecutionContext,
) => Iterable<string> | Promise<Iterable<string>>;

const noPermissions: readonly string[] = Object.freeze([]);

/**
 * The one way to a dispatcher. A process keeps one factory: it owns what outlives a request,
 * namely the frozen tools, the limits and the count of what each user runs.
 */
export class RequestScopedToolDispatcherFactory {
  readonly #registry: ToolRegistry;
  readonly #limits: DispatcherLimits;
  readonly #permissionsOf: PermissionLookup | undefined;
  readonly #slots: UserSlots;
  readonly #deadlines = new DeadlineWatch();

  /**
   * Without `permissionsOf` no user holds any permission, so tools that demand one are refused.
   * Throws a DispatcherError `TOOL_DUPLICATE` or `LIMITS_INVALID`.
   */
  constructor(options: {
    readonly tools: Iterable<ToolDefinition>;
    readonly limits?: Partial<DispatcherLimits>;
    readonly permissionsOf?: PermissionLookup;
  }) {
    this.#registry = new ToolRegistry(options.tools);
    this.#limits = resolveLimits(options.limits);
    this.#permissionsOf = options.permissionsOf;
    this.#slots = new UserSlots(this.#limits);
  }

  /**
   * A dispatcher for one request; `tools` are its own, beside the factory's.
   * Rejects with a DispatcherError `CONTEXT_INVALID`, `PERMISSIONS_UNAVAILABLE` or `TOOL_DUPLICATE`.
   */
  async create(
    context: UserExecutionContext,
    bridge: AgentBridge,
    options?: { readonly tools?: Iterable<ToolDefinition> },
  ): Promise<RequestScopedToolDispatcher> {
    const validated = createUserExecutionContext(context);
    const permissions = this.#permissionsFor(validated);
    const scope = {
      context: validated,
      bridge,
      // Not awaiting what is there already saves a quarter of the creation.
      permissions: permissions instanceof Promise ? await permissions : permissions,
      limits: this.#limits,
      slots: this.#slots,
      deadlines: this.#deadlines,
      tally: openTally(),
    };
    const dispatcher = new RequestScopedToolDispatcher(factoryKey, scope, this.#registry);
    if (options?.tools !== undefined) {
      for (const tool of options.tools) dispatcher.registerTool(tool);
    }
    return dispatcher;
  }

  #permissionsFor(context: UserExecutionContext): readonly string[] | Promise<readonly string[]> {
    if (this.#permissionsOf === undefined) return noPermissions;
    try {
      const held = this.#permissionsOf(context);
      return held instanceof Promise ? readLater(held, context) : [...held];
    } catch (error) {
      throw permissionsUnavailable(context, error);
    }
  }
}

async function readLater(
  held: Promise<Iterable<string>>,
  context: UserExecutionContext,
): Promise<readonly string[]> {
  try {
    return [...(await held)];
  } catch (error) {
    throw permissionsUnavailable(context, error);
  }
}

function permissionsUnavailable(context: UserExecutionContext, cause: unknown): DispatcherError {
  return new DispatcherError(
    'PERMISSIONS_UNAVAILABLE',
    `the permissions of user "${context.userId}" could not be read`,
    { cause },
  );
}
