import { z } from 'zod';
import { defineTool } from '../tool/define-tool.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';

/** A tool whose calls settle when the test says so, whatever their signal says. */
export class GatedTool {
  readonly tool: ToolDefinition;
  /** Call ids in the order in which they were started. */
  readonly started: string[] = [];
  readonly #starts = new Map<string, PromiseWithResolvers<void>>();
  readonly #ends = new Map<string, PromiseWithResolvers<void>>();

  constructor(options: { name?: string; timeoutMs?: number; concurrencyClass?: string } = {}) {
    this.tool = defineTool({
      name: 'gated',
      description: 'Waits for the test.',
      input: z.looseObject({}),
      output: z.string(),
      execute: async (_input, { callId }) => {
        this.started.push(callId);
        promiseOf(this.#starts, callId).resolve();
        await promiseOf(this.#ends, callId).promise;
        return callId;
      },
      ...options,
    });
  }

  whenStarted(callId: string): Promise<void> {
    return promiseOf(this.#starts, callId).promise;
  }

  release(callId: string): void {
    promiseOf(this.#ends, callId).resolve();
  }
}

function promiseOf(
  promises: Map<string, PromiseWithResolvers<void>>,
  callId: string,
): PromiseWithResolvers<void> {
  const known = promises.get(callId) ?? Promise.withResolvers<void>();
  promises.set(callId, known);
  return known;
}
