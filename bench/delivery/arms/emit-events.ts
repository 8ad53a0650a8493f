/** The payload of one event; with its envelope an event has about 330 bytes. `offset` is the moment of sending. */
export type Payload = {
  readonly message_id: string;
  readonly offset: number;
  readonly text: string;
};

function makePayload(): Payload {
  return {
    message_id: 'msg_run_4f1c2b9a-6f0e-4a57-9a35-0f4a6a6f3c11',
    // Microseconds on the clock of the machine, so that the client can tell how old an event is.
    offset: Math.round((performance.timeOrigin + performance.now()) * 1000),
    text: 'some words of an answer, ',
  };
}

/** Does what a client asked for, `count gap`: so many events, at once or each `gap` milliseconds after the last. */
export function emitEvents(request: string, emit: (payload: Payload) => void): void {
  const [count = 0, gap = 0] = request.split(' ').map(Number);
  if (gap === 0) {
    for (let sent = 0; sent < count; sent += 1) emit(makePayload());
    return;
  }
  let sent = 0;
  const start = (): void => {
    const timer = setInterval(() => {
      emit(makePayload());
      sent += 1;
      if (sent === count) clearInterval(timer);
    }, gap);
  };
  // Connections that asked in one moment must not be served in one moment for ever.
  setTimeout(start, Math.random() * gap);
}
