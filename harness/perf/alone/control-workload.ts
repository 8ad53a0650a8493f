/**
 * Work that never changes, in the manner of a chat server: an event is built, serialised, read back, looked up and awaited.
 * Whatever else a machine does to JavaScript, it does to this too; so the ratio to it compares across machines.
 */
const seen = new Map<string, number>();

async function handle(nth: number): Promise<number> {
  const event = {
    type: 'tool_completed',
    event_id: `event-${nth}`,
    seq: nth,
    payload: { status: 'completed', result: { text: 'x'.repeat(40), numbers: [nth, nth + 1] } },
  };
  const back = JSON.parse(JSON.stringify(event)) as typeof event;
  const key = `user-${nth % 64}`;
  seen.set(key, (seen.get(key) ?? 0) + back.payload.result.numbers.length);
  return seen.get(key) ?? 0;
}

export async function run(requests: number): Promise<number> {
  let succeeded = 0;
  for (let nth = 0; nth < requests; nth += 1) if ((await handle(nth)) > 0) succeeded += 1;
  return succeeded;
}
