import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { defineTool, type ToolDefinition } from '../../dispatcher/index.ts';
import type { CounterStore } from '../store/counter-store.ts';

/** Short enough that a cancel is felt at once, long enough to cost nothing. */
const workStepMs = 10;

async function work(ms: number, signal: AbortSignal): Promise<void> {
  const end = performance.now() + ms;
  for (let left = ms; left > 0; left = end - performance.now()) {
    await wait(Math.min(workStepMs, left), undefined, { signal });
  }
}

const text = z.string();

/** The tools that the scripts call. Each gives one sentence or word. */
export function createScriptTools(counters: CounterStore): readonly ToolDefinition[] {
  return [
    defineTool({
      name: 'echo',
      description: 'Gives its text back.',
      input: z.strictObject({ text }),
      output: text,
      execute: async (input) => input.text,
    }),
    defineTool({
      name: 'count',
      description: 'Adds one to a counter of this user and gives its new value.',
      input: z.strictObject({ name: text }),
      output: text,
      execute: async ({ name }, { context }) => {
        const value = await counters.increment(context.userId, name);
        return `${name} = ${value}`;
      },
    }),
    defineTool({
      name: 'slow',
      description: 'Works for some milliseconds, in small steps.',
      input: z.strictObject({ ms: z.int().min(1) }),
      output: text,
      timeoutMs: 660_000,
      execute: async ({ ms }, { signal }) => {
        await work(ms, signal);
        return `worked ${ms} ms`;
      },
    }),
    defineTool({
      name: 'fail',
      description: 'Throws.',
      input: z.strictObject({}),
      output: text,
      execute: () => Promise.reject(new Error('this tool always fails')),
    }),
    defineTool({
      name: 'overrun',
      description: 'Works longer than it may.',
      input: z.strictObject({}),
      output: text,
      timeoutMs: 300,
      execute: async (_, { signal }) => {
        await work(60_000, signal);
        return 'in time';
      },
    }),
    defineTool({
      name: 'large',
      description: 'Gives a result of some size.',
      input: z.strictObject({ size: z.int().min(1) }),
      output: text,
      execute: async ({ size }) => 'x'.repeat(size),
    }),
  ];
}
