/** Why a call was refused. A refused call is never announced; it is told by one `progress_update {status: tool_refused}`. */
export const refusalCodes = {
  RUN_FOREIGN: 'the call names a run this dispatcher was not created for',
  TOOL_ARGUMENTS_INVALID: 'the arguments do not match the input schema of the tool',
  TOOL_ARGUMENTS_TOO_LARGE: 'the arguments exceed the size limit',
  TOOL_BUSY: 'the user has too many calls running and waiting',
  TOOL_CALL_ID_MISSING: 'the call has no id to pair its events by',
  TOOL_CALL_ID_REUSED: 'the call id was used before for another tool or other arguments',
  TOOL_FORBIDDEN: 'the user lacks a permission the tool demands',
  TOOL_UNKNOWN: 'no tool of that name is registered here',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalCodes;

/** How an admitted call can end without a value. */
export const failureCodes = {
  TOOL_CANCELLED: 'the caller gave up or the dispatcher was disposed',
  TOOL_FAILED: 'the tool threw',
  TOOL_RESULT_INVALID: 'the result does not match the output schema of the tool',
  TOOL_RESULT_TOO_LARGE: 'the result exceeds the size limit',
  TOOL_TIMED_OUT: 'the tool did not settle within its timeout',
} as const satisfies Record<string, string>;

export type FailureCode = keyof typeof failureCodes;
