import { z } from 'zod';
import type { FailureCode } from '../call-codes.ts';
import { tooLarge } from '../events/event-copy.ts';
import type { DispatchEventKind, ToolResult } from '../parts.ts';
import type { AdmittedCall } from './admission.ts';

/** How an execution ended, with what the event may show of it. */
export type Ending =
  | { readonly status: 'completed'; readonly value: unknown; readonly shown: unknown }
  | {
      readonly status: 'failed' | 'cancelled' | 'timed_out';
      readonly error: { readonly code: FailureCode; readonly message: string };
    };

/** What the tool returned, held against its output schema and the size limit. */
export function judgeReturn(returned: unknown, admitted: AdmittedCall, maxSize: number): Ending {
  const parsed = admitted.tool.output.safeParse(returned);
  if (!parsed.success) return failure('TOOL_RESULT_INVALID', z.prettifyError(parsed.error));
  const shown = admitted.events.copy(parsed.data, maxSize);
  return shown === tooLarge
    ? failure('TOOL_RESULT_TOO_LARGE', `more than ${maxSize} characters, or nested too deeply`)
    : { status: 'completed', value: parsed.data, shown };
}

export function judgeThrow(thrown: unknown): Ending {
  return failure('TOOL_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
}

/** The ending as the caller gets it. Written out, because spreading cost a tenth of the dispatch. */
export function toResult(
  ending: Ending,
  executionTimeMs: number,
  undelivered: readonly DispatchEventKind[] | undefined,
): ToolResult {
  const result: ToolResult =
    ending.status === 'completed'
      ? { status: 'completed', value: ending.value, executionTimeMs }
      : { status: ending.status, error: ending.error, executionTimeMs };
  return undelivered === undefined ? result : { ...result, undelivered };
}

function failure(code: FailureCode, message: string): Ending {
  return { status: 'failed', error: { code, message } };
}
