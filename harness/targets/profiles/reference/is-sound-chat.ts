type Fields = Readonly<Record<string, unknown>>;

/** Lengths that nobody needs to look twice at. */
const longest = { content: 16_384, idempotency_key: 128, thread_id: 128 } as const;

/** Whether a request is surely a message as the schema takes it; a load sends little else. */
export function isSoundChat(request: Fields): boolean {
  if (request['type'] !== 'chat_message') return false;
  for (const name in request) {
    if (name !== 'type' && !Object.hasOwn(longest, name)) return false;
  }
  const thread = request['thread_id'];
  return (
    fits(request['content'], longest.content) &&
    fits(request['idempotency_key'], longest.idempotency_key) &&
    (thread === undefined || fits(thread, longest.thread_id))
  );
}

function fits(value: unknown, most: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= most;
}
