import type { Promises } from '../../harness/contract/promises.ts';
import type { Journey } from '../../harness/probe/journeys/journey.ts';
import { cancel } from '../../harness/probe/journeys/cancel.ts';
import { resume } from '../../harness/probe/journeys/resume.ts';

/** One real server that nobody here wrote. */
export interface StrangerRow {
  readonly name: string;
  /** File in suites/strangers, without its extension. */
  readonly server: string;
  /** The foreign package that it is, or is made with. */
  readonly made: string;
  readonly profile: string;
  /** Words on its command line. */
  readonly words?: readonly string[];
  /** What the server is said to be able to do, where its profile does not say so of every server. */
  readonly declares?: Promises['capabilities'];
  /** Where waiting as long as its protocol allows shows nothing more. */
  readonly deadlines?: Partial<Promises['deadlines']>;
  /** What its recorded history walks; default: the golden path. */
  readonly recorded?: Journey;
  /** Path of the target, where it is not the profile's own. */
  readonly path?: string;
  /** Installed and walked only when asked for. */
  readonly heavy?: boolean;
  /** What is wrong with it, seen by us, by the check that shows it. One that passes again is stale, and said so. */
  readonly known?: Readonly<Record<string, string>>;
}

const aimock = { server: 'servers/aimock', made: '@copilotkit/aimock' } as const;
const socketIo = { server: 'servers/socket-io', made: 'socket.io' } as const;

export const strangerTable: readonly StrangerRow[] = [
  { name: 'aimock-responses', ...aimock, profile: 'openai-responses' },
  { name: 'aimock-responses-socket', ...aimock, profile: 'openai-responses-socket' },
  { name: 'aimock-realtime', ...aimock, profile: 'openai-realtime' },
  {
    // False advertising: its protocol says that a response can be cancelled, and a response that is done is called cancelled.
    name: 'aimock-realtime-deaf',
    ...aimock,
    profile: 'openai-realtime',
    declares: ['cancel'],
    recorded: cancel,
    deadlines: { cancel_ms: 600 },
    known: { 'LIFE-CANCEL': 'response.cancel is answered when the response is done (1.43.0)' },
  },
  { name: 'aimock-ag-ui', ...aimock, server: 'servers/ag-ui-mock', profile: 'ag-ui' },
  {
    name: 'copilotkit',
    server: 'heavy/copilotkit',
    made: '@copilotkit/runtime',
    profile: 'ag-ui',
    path: '/api/copilotkit/agent/default/run',
    heavy: true,
    known: { 'PAIR-OPEN': 'a tool that throws gets no TOOL_CALL_RESULT (1.75.0)' },
  },
  { name: 'ai-sdk', server: 'servers/ai-sdk', made: 'ai', profile: 'ai-sdk-ui' },
  {
    name: 'langgraph',
    server: 'servers/langgraph',
    made: '@langchain/langgraph-api',
    profile: 'langgraph',
  },
  { name: 'a2a-sdk', server: 'servers/a2a', made: '@a2a-js/sdk', profile: 'a2a' },
  {
    name: 'mcp-everything',
    server: 'servers/mcp-everything',
    made: '@modelcontextprotocol/server-everything',
    profile: 'mcp',
  },
  { name: 'socket-io', ...socketIo, profile: 'socket-io', declares: ['cancel'] },
  {
    name: 'socket-io-recovery',
    ...socketIo,
    profile: 'socket-io-recovery',
    recorded: resume,
  },
  {
    // False advertising: the same server without its recovery, under a profile that declares it.
    name: 'socket-io-forgetful',
    ...socketIo,
    words: ['forgetful'],
    profile: 'socket-io-recovery',
    recorded: resume,
    deadlines: { first_event_ms: 1_000, terminal_ms: 1_500 },
    known: { 'RES-EXPIRED': 'recovery is declared and not there' },
  },
  {
    // False advertising: the same server without an ear for `cancel`, under a profile that declares it.
    name: 'socket-io-deaf',
    ...socketIo,
    words: ['deaf'],
    profile: 'socket-io',
    declares: ['cancel'],
    recorded: cancel,
    deadlines: { cancel_ms: 600 },
    known: { 'LIFE-CANCEL': 'a cancel is declared and never heard' },
  },
];
