import type { StackDescription } from '../../contract/stack.ts';
import type { SharedBus } from './open-shared-bus.ts';
import type { SharedDatabase } from './open-shared-database.ts';
import type { StackNode } from './stack-node.ts';
import type { StackProxy } from './stack-proxy.ts';

export interface StackParts {
  readonly url: string;
  readonly caFile: string;
  readonly nodes: readonly StackNode[];
  readonly proxy: StackProxy;
  readonly database: SharedDatabase;
  readonly bus: SharedBus;
  readonly stop: () => Promise<void>;
}

/** A running stack, and what can be done to it. */
export class Stack {
  readonly #parts: StackParts;

  constructor(parts: StackParts) {
    this.#parts = parts;
  }

  get proxy(): StackProxy {
    return this.#parts.proxy;
  }

  /** Why PostgreSQL or NATS is not used, one line each. */
  get compromises(): string[] {
    const { database, bus } = this.#parts;
    return [database.instead, bus.instead].filter((line) => line !== undefined);
  }

  describe(): Omit<StackDescription, 'control'> {
    const { url, caFile, nodes, proxy, database, bus } = this.#parts;
    return {
      url,
      caFile,
      nodes: nodes.map(({ name, address, pid }) => ({ name, url: `http://${address}`, pid })),
      proxy: { program: 'nginx', pid: proxy.pid },
      database: { engine: database.engine, place: database.place },
      bus: { engine: bus.engine, place: bus.place },
    };
  }

  findNode(name: string): StackNode | undefined {
    return this.#parts.nodes.find((node) => node.name === name);
  }

  /** A rolling restart: one node after the other, so that somebody answers all the time. */
  async roll(): Promise<void> {
    for (const node of this.#parts.nodes) await node.restart();
  }

  /** Ends all of it, in good order; nothing is left behind. */
  stop(): Promise<void> {
    return this.#parts.stop();
  }
}
