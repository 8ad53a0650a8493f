import { z } from 'zod';
import { DispatcherError } from '../dispatcher-error.ts';
import { SecretKeys } from '../events/secret-keys.ts';
import type { ToolDefinition } from './tool-definition.ts';

type Declaration<Input extends z.ZodType, Output extends z.ZodType> = Pick<
  ToolDefinition<Input, Output>,
  'name' | 'description' | 'input' | 'output' | 'execute'
> & {
  readonly permissions?: readonly string[];
  /** Milliseconds; 30,000 unless told. */
  readonly timeoutMs?: number;
  readonly concurrencyClass?: string;
  readonly secretKeys?: readonly string[];
};

/** setTimeout turns anything longer into 1 ms. */
const longestTimeoutMs = 2 ** 31 - 1;

const DeclarationSchema = z.object({
  /** The narrowest rule of the model APIs that call tools by name. */
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  description: z.string().min(1),
  permissions: z.array(z.string().min(1)).default([]),
  timeoutMs: z.int().min(1).max(longestTimeoutMs).default(30_000),
  concurrencyClass: z.string().min(1).default('default'),
  secretKeys: z.array(z.string().min(1)).default([]),
});

/**
 * Declares a tool. Schemas must validate synchronously.
 * Throws a DispatcherError `TOOL_DEFINITION_INVALID`.
 */
export function defineTool<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
): ToolDefinition<Input, Output> {
  const checked = DeclarationSchema.safeParse(declaration);
  if (!checked.success) {
    throw new DispatcherError(
      'TOOL_DEFINITION_INVALID',
      `tool "${declaration.name}": ${z.prettifyError(checked.error)}`,
      { cause: checked.error },
    );
  }
  const { permissions, secretKeys, ...rest } = checked.data;
  return Object.freeze({
    ...rest,
    permissions: Object.freeze(permissions),
    secretKeys: new SecretKeys(secretKeys, declaration.input, declaration.output),
    input: declaration.input,
    output: declaration.output,
    execute: declaration.execute,
  });
}
