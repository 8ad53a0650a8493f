import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { demoPassword } from '../../contract/demo-users.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { createAccessTokens } from './auth/access-token.ts';
import { Authority } from './auth/authority.ts';
import { createTickets, type Tickets } from './auth/tickets.ts';
import { createAdmission, type Admit } from './gateway/admission.ts';
import { createAnswerer } from './gateway/answer-request.ts';
import { Gateway } from './gateway/gateway.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { renderMetrics } from './metrics.ts';
import { openCore, type PlatformCore } from './open-core.ts';
import type { PlatformOptions } from './platform-options.ts';
import { RateLimit } from './rate-limit.ts';

/** A platform that accepts connections. */
export interface RunningPlatform {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string;
  /** `ws://host:port/ws` */
  readonly wsUrl: string;
  /** Lets runs finish, says goodbye to every socket and frees all that was taken. A second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Rejects with PLATFORM_OPTION_INVALID when nothing can listen at the address, or when demo users would be reachable
 * from elsewhere; and with the engine's error when the database cannot be opened.
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<RunningPlatform> {
  const host = options.host ?? '127.0.0.1';
  if (hasDemoUsers(options) && !loopback.test(host)) {
    throw new HarnessError(
      'PLATFORM_OPTION_INVALID',
      `demo users have a published password and are for loopback only, not for host "${host}"`,
      { where: 'demoUsers' },
    );
  }
  const core = await openCore(options, {
    control: (message) => {
      if (message.kind === 'session_revoked') gateway.endSession(message.session_id);
      else core.runs.cancelHere(message.run_id, message.connection_id);
    },
    lost: () => gateway.sendAway(),
  });
  const tickets = createTickets(core.store.tickets);
  const authority = await openAuthority(core);
  const gateway = openGateway(
    core,
    options,
    core.seams.guardDoor(createAdmission(authority, tickets)),
  );
  const server = await openServer(core, options, authority, tickets);
  server.server.on('upgrade', (request, stream, head) => {
    void gateway.upgrade(request, stream, head);
  });

  const close = async (graceMs: number): Promise<void> => {
    gateway.refuseNewcomers();
    await core.runs.stop(graceMs);
    await gateway.close();
    await server.close();
    await core.bus.close();
    await core.store.close();
  };
  let stopped: Promise<void> | undefined;
  try {
    await core.runs.recover(true);
    await server.listen({ host, port: options.port ?? 0, backlog });
  } catch (error) {
    await close(0);
    throw isAboutAddress(error) ? refuseAddress(host, options.port ?? 0, error) : error;
  }
  const at = describeAddress(server.server.address() as AddressInfo);
  return {
    url: `http://${at}`,
    wsUrl: `ws://${at}/ws`,
    stop: () => (stopped ??= close(core.limits.shutdownGraceMs)),
  };
}

/** Connections the system may hold while we accept: a load of thousands arrives in one moment. */
const backlog = 4_096;

const loopback = /^(localhost|::1|127(\.\d{1,3}){3})$/;

function hasDemoUsers({ demoUsers = false }: PlatformOptions): boolean {
  return demoUsers !== false;
}

function isAboutAddress(error: unknown): error is NodeJS.ErrnoException {
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo';
}

function refuseAddress(host: string, port: number, cause: NodeJS.ErrnoException): HarnessError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'somebody listens there already',
    EADDRNOTAVAIL: 'this machine has no such address',
    EACCES: 'this user may not listen there',
  };
  const reason = reasons[cause.code ?? ''] ?? 'there is no such host';
  return new HarnessError(
    'PLATFORM_OPTION_INVALID',
    `cannot listen at ${host}, port ${port}: ${reason} (${cause.code})`,
    { where: cause.code === 'EADDRINUSE' ? 'port' : 'host', cause },
  );
}

function describeAddress({ family, address, port }: AddressInfo): string {
  return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The key lives in the store: a restart, or a second process, must accept the tokens of the first. */
async function openAuthority({ store, bus, limits }: PlatformCore): Promise<Authority> {
  const fresh = randomBytes(32).toString('base64url');
  const key = await store.settings.getOrCreate('access-token-key', fresh);
  return new Authority({
    accounts: store.accounts,
    sessions: store.sessions,
    tokens: createAccessTokens(Buffer.from(key, 'base64url'), limits.accessTokenSeconds),
    onRevoked: (session_id) => bus.announce({ kind: 'session_revoked', session_id }),
  });
}

function openGateway(core: PlatformCore, options: PlatformOptions, admit: Admit): Gateway {
  return new Gateway({
    roster: core.roster,
    admit,
    answer: createAnswerer({ ...core, ...core.seams }),
    build: options.build ?? 'reference',
    reportError: core.reportError,
    allowedOrigins: options.allowedOrigins ?? [],
    limits: core.limits,
  });
}

function openServer(
  core: PlatformCore,
  options: PlatformOptions,
  authority: Authority,
  tickets: Tickets,
) {
  const { store, bus, roster, runs, log, limits, seams, reportError } = core;
  return createHttpServer({
    auth: { authority, tickets, failedLogins: new RateLimit(limits.failedLogins) },
    threads: { authority, threads: store.threads, mayAccess: seams.mayAccess },
    operation: {
      checkReady: async () => {
        await Promise.all([store.ping(), bus.ping()]);
      },
      renderMetrics: () =>
        renderMetrics({
          golden_path_connections: () => roster.size,
          golden_path_active_runs: () => runs.activeCount,
          golden_path_runs_total: () => runs.startedCount,
          golden_path_events_total: () => log.storedCount,
        }),
    },
    trustedProxies: options.trustedProxies ?? [],
    page: { demoPassword: hasDemoUsers(options) ? demoPassword : undefined },
    reportError,
  });
}
