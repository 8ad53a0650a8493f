import type { z } from 'zod';
import type { SecretKeys } from '../events/secret-keys.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';

/** What a tool learns about the call it serves. */
export interface ToolInvocation {
  readonly callId: string;
  readonly context: UserExecutionContext;
  /** Aborts on timeout, on cancel and when the dispatcher is disposed; `signal.reason.code` says which. */
  readonly signal: AbortSignal;
}

/** One tool as every dispatcher knows it. Made by `defineTool`, frozen, shared by all users. */
export interface ToolDefinition<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** All of them are demanded of the user. */
  readonly permissions: readonly string[];
  readonly timeoutMs: number;
  /** Tools of one class share the limit of that name in `limits.concurrencyClasses`, per user. */
  readonly concurrencyClass: string;
  /** What is masked in events: the declared keys, and those that name secrets by convention. */
  readonly secretKeys: SecretKeys;
  execute(
    input: z.output<Input>,
    invocation: ToolInvocation,
  ): z.input<Output> | Promise<z.input<Output>>;
}
