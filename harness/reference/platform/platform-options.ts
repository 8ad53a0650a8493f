import type { PlatformParts } from '../dispatcher/index.ts';
import type { MutantId } from '../mutants/mutants.ts';
import type { Agent } from './agent/agent.ts';
import type { ModelOptions } from './agent/model-agent.ts';
import type { PlatformLimits } from './platform-limits.ts';

/** How to start the reference platform. Everything may be left out. */
export interface PlatformOptions {
  /** Address to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Creates `user-1@example.test` … `user-32@example.test` with `demoPassword`, or as many as told. False unless told. */
  readonly demoUsers?: boolean | number;
  /** Shown in `connection_established`, so that a client can tell which build answers. */
  readonly build?: string;
  /** Other dispatchers and bridges in place of the reference's. */
  readonly parts?: Partial<PlatformParts>;
  /** Breaks the platform on purpose. */
  readonly mutants?: readonly MutantId[];
  /** Makes the server dearer by this share of its processor time, 0.1 for 10 %: for tests of what must notice it. */
  readonly throttle?: number;
  /** A model that answers in place of the scripted agent. */
  readonly model?: ModelOptions;
  /** Any other agent; goes before `model`. */
  readonly agent?: Agent;
  /** A file of SQLite, or `postgres://…` for several processes; a private temporary database unless told. */
  readonly database?: string;
  /**
   * `nats://host:port/name` for several processes, `siblings:` for those of one parent that relays between them (a
   * stack does); unless told, the platform is one process.
   */
  readonly bus?: string;
  /** Name of this process; a restart under the same name takes over the runs it left open. */
  readonly instance?: string;
  /** Origins of foreign pages that may open a socket, beside the page served here. */
  readonly allowedOrigins?: readonly string[];
  /** Addresses of proxies in front, whose word for where a request came from is taken. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: Partial<PlatformLimits>;
  /** Gets every error the platform could not hand to a user. */
  readonly reportError?: (error: unknown) => void;
}
