import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { demoPassword } from '../../../contract/demo-users.ts';
import type { RunningPlatform } from '../start-platform.ts';

/** A frame as it came, without belief in its shape. */
export type AnyFrame = Readonly<Record<string, unknown>> & { readonly type: string };

export interface CloseNotice {
  readonly code: number;
  readonly reason: string;
}

type Address = Pick<RunningPlatform, 'url' | 'wsUrl'>;

interface Waiter {
  look(frame: AnyFrame): void;
  giveUp(notice: CloseNotice): void;
}

/** A socket that remembers every frame, for tests: they wait for what they expect, never for time. */
export class ChatClient {
  readonly socket: WebSocket;
  readonly frames: AnyFrame[] = [];
  readonly closed: Promise<CloseNotice>;
  readonly #waiters = new Set<Waiter>();

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as AnyFrame;
      this.frames.push(frame);
      for (const waiter of this.#waiters) waiter.look(frame);
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        const notice = { code, reason: String(reason) };
        resolve(notice);
        for (const waiter of this.#waiters) waiter.giveUp(notice);
      });
    });
  }

  /** Settles with the first frame, past or future, that fits. */
  next(fits: (frame: AnyFrame) => boolean): Promise<AnyFrame> {
    const past = this.frames.find((frame) => fits(frame));
    if (past !== undefined) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        look: (frame) => {
          if (!fits(frame)) return;
          this.#waiters.delete(waiter);
          resolve(frame);
        },
        giveUp: ({ code }) => reject(new Error(`closed with ${code} while waiting`)),
      };
      this.#waiters.add(waiter);
    });
  }

  nextOfType(type: string): Promise<AnyFrame> {
    return this.next((frame) => frame.type === type);
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Sends a message and settles with its `message_accepted`. */
  ask(content: string, key: string = randomUUID()): Promise<AnyFrame> {
    this.send({ type: 'chat_message', content, idempotency_key: key });
    return this.next(
      (frame) => frame.type === 'message_accepted' && frame['idempotency_key'] === key,
    );
  }

  /** Sends a message and settles with all events of its run, when the run has ended. */
  async converse(content: string): Promise<readonly AnyFrame[]> {
    const { run_id: runId } = await this.ask(content);
    await this.end(runId);
    return this.eventsOf(runId);
  }

  /** Settles with the terminal of the run. */
  end(runId: unknown): Promise<AnyFrame> {
    return this.next(
      (frame) =>
        frame['run_id'] === runId &&
        ['agent_completed', 'agent_error', 'agent_cancelled'].includes(frame.type),
    );
  }

  eventsOf(runId: unknown): readonly AnyFrame[] {
    return this.frames.filter((frame) => frame['run_id'] === runId && 'seq' in frame);
  }
}

/** Logs a demo user in; gives the body of the answer. */
export async function login(platform: Address, user = 1) {
  const response = await fetch(`${platform.url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `user-${user}@example.test`, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`login of user ${user} gave ${response.status}`);
  return (await response.json()) as {
    access_token: string;
    refresh_token: string;
    user: { id: string; email: string };
  };
}

/** Connects and waits until the connection is established. */
export async function connect(platform: Address, accessToken: string): Promise<ChatClient> {
  const client = new ChatClient(
    new WebSocket(platform.wsUrl, ['golden-path.v1', `bearer.${accessToken}`]),
  );
  client.socket.on('error', () => {});
  await client.nextOfType('connection_established');
  return client;
}

export async function connectUser(platform: Address, user = 1): Promise<ChatClient> {
  const { access_token } = await login(platform, user);
  return connect(platform, access_token);
}
