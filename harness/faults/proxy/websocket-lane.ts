import type { Socket } from 'node:net';
import type { Projection } from '../../targets/profile.ts';
import { encodeFrame } from '../wire/encode-frame.ts';
import { FrameReader } from '../wire/frame-reader.ts';
import { opcodes, type WireFrame } from '../wire/wire-frame.ts';
import type { Interference } from './interference.ts';
import type { Lane } from './lane.ts';
import type { Message } from './message.ts';
import { RunWatch } from './run-watch.ts';

/** One proxied WebSocket: the probe's socket on one side, the target's on the other. */
export class WebSocketLane implements Lane {
  readonly number: number;
  readonly #watch: RunWatch;
  readonly #probe: Socket;
  readonly #projection: Projection;
  #target: Socket | undefined;
  #interference: Interference = {};
  #frozen = false;
  #toProbe: Promise<void> = Promise.resolve();
  #toTarget: Promise<void> = Promise.resolve();

  constructor(number: number, probe: Socket, projection: Projection) {
    this.number = number;
    this.#watch = new RunWatch(`client ${number}`);
    this.#probe = probe;
    this.#projection = projection;
  }

  get user(): string | undefined {
    return this.#watch.user;
  }

  get openRuns(): ReadonlySet<string> {
    return this.#watch.openRuns;
  }

  /** Begins to relay in both directions. `failed` hears of an error of the damage itself. */
  relay(target: Socket, interference: Interference, failed: (error: unknown) => void): void {
    this.#target = target;
    this.#interference = interference;
    const fromTarget = new FrameReader();
    const fromProbe = new FrameReader();
    target.on('data', (chunk: Buffer) => {
      for (const frame of fromTarget.push(chunk)) {
        this.#toProbe = this.#toProbe.then(() => this.#received(frame)).catch(failed);
      }
    });
    this.#probe.on('data', (chunk: Buffer) => {
      for (const frame of fromProbe.push(chunk)) {
        this.#toTarget = this.#toTarget.then(() => this.#sent(frame)).catch(failed);
      }
    });
    this.#probe.on('drain', () => target.resume());
    this.#probe.on('end', () => target.end());
    target.on('close', () => void this.#toProbe.then(() => this.#leave()));
    this.#probe.on('close', () => target.destroy());
  }

  encode(text: string): Buffer {
    return encodeFrame({ payload: Buffer.from(text) });
  }

  say(text: string): void {
    this.write(this.encode(text));
  }

  write(bytes: Uint8Array): void {
    if (this.#frozen || !this.#probe.writable) return;
    const taken = this.#probe.write(bytes);
    if (!taken && this.#interference.greedy !== true) this.#target?.pause();
  }

  ask(text: string): void {
    this.#forward({ payload: Buffer.from(text) });
  }

  close(code: number, reason = ''): void {
    const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
    payload.writeUInt16BE(code);
    payload.write(reason, 2);
    this.write(encodeFrame({ opcode: opcodes.close, payload }));
    this.finish();
  }

  finish(): void {
    this.#probe.end();
    this.#quiet();
  }

  reset(): void {
    this.#probe.resetAndDestroy();
    this.#quiet();
  }

  freeze(): void {
    this.#frozen = true;
    this.#probe.pause();
  }

  /** Cuts the target off, so that nothing more of it reaches the probe. */
  #quiet(): void {
    this.#frozen = true;
    this.#target?.destroy();
  }

  async #received(frame: WireFrame): Promise<void> {
    if (this.#frozen) return;
    if (frame.opcode !== opcodes.text) {
      if (this.#interference.control?.(frame, this) !== false) this.write(encodeFrame(frame));
      return;
    }
    const text = frame.payload.toString('utf8');
    const message: Message = { text, events: this.#projection.received(text).events };
    this.#watch.begin(message);
    const passed = (await this.#interference.received?.(message, this)) ?? [text];
    for (const each of passed) this.say(each);
    this.#watch.end(message);
  }

  async #sent(frame: WireFrame): Promise<void> {
    if (this.#frozen) return;
    if (frame.opcode !== opcodes.text) return this.#forward(frame);
    const text = frame.payload.toString('utf8');
    const passed = (await this.#interference.sent?.(text, this)) ?? [text];
    for (const each of passed) this.ask(each);
  }

  #forward(frame: Parameters<typeof encodeFrame>[0]): void {
    if (this.#target?.writable === true) {
      this.#target.write(encodeFrame({ ...frame, masked: true }));
    }
  }

  #leave(): void {
    if (!this.#frozen) this.#probe.end();
  }
}
