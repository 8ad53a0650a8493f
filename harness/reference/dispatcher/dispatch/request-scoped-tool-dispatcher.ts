import { isDeepStrictEqual } from 'node:util';
import { DispatcherError } from '../dispatcher-error.ts';
import type { AgentDispatcher, ToolCall, ToolResult } from '../parts.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import type { ToolRegistry } from '../tool/tool-registry.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import { closeCalls } from './close-calls.ts';
import type { DispatchScope } from './dispatch-scope.ts';
import type { DispatcherMetrics } from './dispatch-tally.ts';
import { DispatchedCall } from './dispatched-call.ts';
import { factoryKey } from './factory-key.ts';
import { refuse } from './refuse.ts';

/** Runs the tools of one request: validate, authorise, announce, execute, announce. Created by its factory only. */
export class RequestScopedToolDispatcher implements AgentDispatcher {
  readonly #scope: DispatchScope;
  readonly #registry: ToolRegistry;
  #ownTools: Map<string, ToolDefinition> | undefined;
  #calls: Map<string, DispatchedCall> | undefined;
  #closed: Promise<void> | undefined;

  constructor(key: typeof factoryKey, scope: DispatchScope, registry: ToolRegistry) {
    if (key !== factoryKey) {
      throw new DispatcherError('DISPATCHER_CONSTRUCTION', 'the constructor is private');
    }
    this.#scope = scope;
    this.#registry = registry;
  }

  get context(): UserExecutionContext {
    return this.#scope.context;
  }

  /**
   * Never rejects for what happens to the call: refusals and failures are results with a code.
   * A call id that was used before gets the first call's result, and nothing is run or announced again.
   * Rejects with a DispatcherError `DISPATCHER_CLOSED` after dispose.
   */
  dispatch(call: ToolCall): Promise<ToolResult> {
    if (this.#closed !== undefined) return Promise.reject(this.#closedError());
    const known = this.#calls?.get(call.callId);
    if (known !== undefined) return this.#repeat(known, call);
    const dispatched = new DispatchedCall(this.#scope, call, this.#find(call.tool));
    (this.#calls ??= new Map()).set(call.callId, dispatched);
    return dispatched.result;
  }

  /** Adds a tool for this request alone. Throws a DispatcherError `TOOL_DUPLICATE` or `DISPATCHER_CLOSED`. */
  registerTool(tool: ToolDefinition): void {
    if (this.hasTool(tool.name)) {
      throw new DispatcherError('TOOL_DUPLICATE', `"${tool.name}" is registered already`);
    }
    (this.#ownTools ??= new Map()).set(tool.name, tool);
  }

  hasTool(name: string): boolean {
    return this.findTool(name) !== undefined;
  }

  /** Throws a DispatcherError `DISPATCHER_CLOSED` after dispose. */
  findTool(name: string): ToolDefinition | undefined {
    this.#demandOpen();
    return this.#find(name);
  }

  listTools(): readonly string[] {
    this.#demandOpen();
    return [...this.#registry.names(), ...(this.#ownTools?.keys() ?? [])];
  }

  /** Readable after dispose too. */
  metrics(): DispatcherMetrics {
    return Object.freeze({ ...this.#scope.tally });
  }

  isActive(): boolean {
    return this.#closed === undefined;
  }

  /** Cancels what runs, waits for it, and lets go of everything. Disposing again waits for the same end. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #close(): Promise<void> {
    const { pending, running } = this.#scope.tally;
    const calls = this.#calls;
    this.#calls = undefined;
    this.#ownTools = undefined;
    const idle = calls === undefined || pending + running === 0;
    return idle ? Promise.resolve() : closeCalls([...calls.values()], this.#scope);
  }

  #find(name: string): ToolDefinition | undefined {
    return this.#registry.find(name) ?? this.#ownTools?.get(name);
  }

  #repeat(known: DispatchedCall, call: ToolCall): Promise<ToolResult> {
    const same =
      known.call.tool === call.tool && isDeepStrictEqual(known.call.parameters, call.parameters);
    if (same) return known.result;
    this.#scope.tally.pending += 1;
    return refuse(this.#scope, call, {
      code: 'TOOL_CALL_ID_REUSED',
      message: `call id "${call.callId}" belongs to another call of "${known.call.tool}"`,
    });
  }

  #demandOpen(): void {
    if (this.#closed !== undefined) throw this.#closedError();
  }

  #closedError(): DispatcherError {
    const { runId } = this.#scope.context;
    return new DispatcherError(
      'DISPATCHER_CLOSED',
      `the dispatcher of run "${runId}" was disposed`,
    );
  }
}
