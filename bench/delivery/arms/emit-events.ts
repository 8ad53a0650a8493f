/** The payload of one event; with its envelope an event has about 330 bytes. `offset` is the moment it was due. */
export type Payload = {
  readonly message_id: string;
  readonly offset: number;
  readonly text: string;
};

/** `at`: microseconds on the clock of the machine, so that the client can tell how old an event is. */
function makePayload(at: number): Payload {
  return {
    message_id: 'msg_run_4f1c2b9a-6f0e-4a57-9a35-0f4a6a6f3c11',
    offset: Math.round(at),
    text: 'some words of an answer, ',
  };
}

function now(): number {
  return (performance.timeOrigin + performance.now()) * 1000;
}

/**
 * Does what a client asked for, `count gap`: so many events, at once or each `gap` milliseconds after the last.
 * Spaced events keep to a schedule that does not wait for anybody, and carry the moment they were due: a server
 * that falls behind sends old events, it does not get fewer to send.
 */
export function emitEvents(request: string, emit: (payload: Payload) => void): void {
  const [count = 0, gap = 0] = request.split(' ').map(Number);
  if (gap === 0) {
    for (let sent = 0; sent < count; sent += 1) emit(makePayload(now()));
    return;
  }
  // Connections that asked in one moment must not be served in one moment for ever.
  const start = now() + Math.random() * gap * 1000;
  let sent = 0;
  const emitDue = (): void => {
    let due = start + sent * gap * 1000;
    for (const moment = now(); sent < count && due <= moment; due += gap * 1000) {
      emit(makePayload(due));
      sent += 1;
    }
    if (sent < count) setTimeout(emitDue, Math.max(1, (due - now()) / 1000));
  };
  setTimeout(emitDue, Math.max(1, (start - now()) / 1000));
}
