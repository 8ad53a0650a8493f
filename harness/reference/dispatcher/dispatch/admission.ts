import { z } from 'zod';
import type { RefusalCode } from '../call-codes.ts';
import { EventCopy, tooLarge } from '../events/event-copy.ts';
import type { ToolCall } from '../parts.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import type { DispatchScope } from './dispatch-scope.ts';

/** A call that may be announced: the tool is known, the arguments are valid, the user is allowed. */
export interface AdmittedCall {
  readonly call: ToolCall;
  readonly tool: ToolDefinition;
  readonly input: unknown;
  /** The arguments as events show them. */
  readonly parameters: Record<string, unknown>;
  readonly events: EventCopy;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Validates, then authorises. Never throws, whatever the arguments or the schema do. */
export function admit(
  call: ToolCall,
  tool: ToolDefinition | undefined,
  scope: DispatchScope,
): AdmittedCall | Refusal {
  const { runId } = scope.context;
  if (call.callId === '') {
    return { code: 'TOOL_CALL_ID_MISSING', message: 'give each call an id of its own' };
  }
  if (call.runId !== undefined && call.runId !== runId) {
    return { code: 'RUN_FOREIGN', message: `this dispatcher serves run "${runId}" only` };
  }
  if (tool === undefined) {
    return { code: 'TOOL_UNKNOWN', message: `no tool is called "${call.tool}"` };
  }
  const missing = findMissing(tool.permissions, scope.permissions);
  try {
    const read = readArguments(call, tool, scope.limits.maxArgumentsSize);
    if ('code' in read || missing === undefined) return read;
    return { code: 'TOOL_FORBIDDEN', message: `"${tool.name}" demands permission "${missing}"` };
  } catch (error) {
    return { code: 'TOOL_ARGUMENTS_INVALID', message: `cannot be read: ${String(error)}` };
  }
}

function readArguments(
  call: ToolCall,
  tool: ToolDefinition,
  maxSize: number,
): AdmittedCall | Refusal {
  const events = new EventCopy(tool.secretKeys);
  const parameters = events.copy(call.parameters, maxSize);
  if (parameters === tooLarge) {
    const message = `more than ${maxSize} characters, or nested too deeply`;
    return { code: 'TOOL_ARGUMENTS_TOO_LARGE', message };
  }
  const parsed = tool.input.safeParse(call.parameters);
  return parsed.success
    ? {
        call,
        tool,
        input: parsed.data,
        parameters: parameters as Record<string, unknown>,
        events,
      }
    : { code: 'TOOL_ARGUMENTS_INVALID', message: z.prettifyError(parsed.error) };
}

function findMissing(demanded: readonly string[], held: readonly string[]): string | undefined {
  for (const permission of demanded) if (!held.includes(permission)) return permission;
  return undefined;
}
