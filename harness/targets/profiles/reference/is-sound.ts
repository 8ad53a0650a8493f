type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isCount = (value: unknown, least: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least;
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMs = (value: unknown): boolean => typeof value === 'number' && value >= 0;

/** Payloads of the kinds that make up nearly all traffic. */
const payloads: Readonly<Record<string, (payload: Fields) => boolean>> = {
  agent_started: (payload) =>
    isText(payload['status']) && isText(payload['message']) && isObject(payload['context']),
  agent_thinking: (payload) =>
    isText(payload['status']) &&
    isName(payload['reasoning']) &&
    isCount(payload['step_number'], 1) &&
    payload['progress_percentage'] === undefined,
  tool_executing: (payload) =>
    isText(payload['status']) &&
    isName(payload['tool_name']) &&
    isName(payload['tool_call_id']) &&
    isObject(payload['parameters']) &&
    isText(payload['message']),
  tool_completed: (payload) =>
    payload['status'] === 'completed' &&
    isName(payload['tool_name']) &&
    isName(payload['tool_call_id']) &&
    payload['error'] === undefined &&
    isMs(payload['execution_time_ms']),
  message_delta: (payload) =>
    isName(payload['message_id']) && isCount(payload['offset'], 0) && isText(payload['text']),
  agent_completed: (payload) =>
    isText(payload['status']) &&
    isText(payload['result']) &&
    isMs(payload['execution_time_ms']) &&
    isCount(payload['fallbacks'], 0),
};

/**
 * Whether a frame is surely what the schema of its kind asks for: ten times as fast as the schema, which is asked
 * about all others and says what is wrong. `clock` is what its timestamp says, in epoch ms.
 */
export function isSound(kind: string, frame: Fields, clock: number | undefined): boolean {
  if (kind === 'message_accepted') {
    return (
      isName(frame['idempotency_key']) && isName(frame['thread_id']) && isName(frame['run_id'])
    );
  }
  const payload = frame['payload'];
  if (clock === undefined || !isObject(payload)) return false;
  if (!isName(frame['event_id']) || !isCount(frame['seq'], 1) || !isName(frame['run_id']))
    return false;
  if (!isName(frame['thread_id']) || !isName(frame['user_id']) || !isName(frame['agent_name']))
    return false;
  if (frame['replay'] !== undefined && frame['replay'] !== true) return false;
  return payloads[kind]?.(payload as Fields) === true;
}
