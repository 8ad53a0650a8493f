import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDispatcher } from '../testing/open-dispatcher.ts';
import { connectMcpServer, type McpConnection } from './connect-mcp-server.ts';

const everything = fileURLToPath(
  import.meta.resolve('@modelcontextprotocol/server-everything/dist/index.js'),
);

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The published server with its own main program, over Streamable HTTP. */
async function startOverHttp() {
  const port = await findFreePort();
  const child = spawn(process.execPath, [everything, 'streamableHttp'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('listening')) break;
  }
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

const overStdio = {
  command: process.execPath,
  args: [everything, 'stdio'],
  stderr: 'ignore',
} as const;

async function open(overHttp: boolean) {
  if (!overHttp) {
    const connection = await connectMcpServer({ name: 'demo', ...overStdio });
    return { connection, stop: () => connection[Symbol.asyncDispose]() };
  }
  const server = await startOverHttp();
  const connection = await connectMcpServer({ name: 'demo', url: server.url });
  return {
    connection,
    async stop() {
      await connection[Symbol.asyncDispose]();
      await server.stop();
    },
  };
}

describe.each([
  ['stdio', false],
  ['Streamable HTTP', true],
])('the published everything-server over %s', (_transport, overHttp) => {
  let server: { connection: McpConnection; stop(): PromiseLike<void> };
  beforeAll(async () => {
    server = await open(overHttp);
  });
  afterAll(() => server.stop());

  const dispatchTo = async (tool: string, parameters: Record<string, unknown>) => {
    const { dispatcher, sink } = await openDispatcher({ tools: server.connection.tools });
    const result = await dispatcher.dispatch({ tool, callId: 'c1', parameters });
    await dispatcher[Symbol.asyncDispose]();
    return { result, story: sink.story };
  };

  it('offers its tools under the name of the server', () => {
    expect(server.connection.unusable).toEqual([]);
    expect(server.connection.tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['demo__echo', 'demo__get-sum', 'demo__get-structured-content']),
    );
  });

  it('runs a tool between its two events', async () => {
    const { result, story } = await dispatchTo('demo__get-sum', { a: 2, b: 40 });
    expect(result).toMatchObject({ status: 'completed', value: expect.stringContaining('42') });
    expect(story).toEqual(['tool_executing', 'tool_completed completed']);
  });

  it('gives structured content as it is', async () => {
    const { result } = await dispatchTo('demo__get-structured-content', { location: 'New York' });
    expect(result).toMatchObject({
      status: 'completed',
      value: { temperature: expect.any(Number), conditions: expect.any(String) },
    });
  });

  it('gives content that is not text as blocks', async () => {
    const { result } = await dispatchTo('demo__get-tiny-image', {});
    expect(result).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ type: 'image' })]),
    });
  });

  it('refuses arguments that do not match the schema of the server, unannounced', async () => {
    const { result, story } = await dispatchTo('demo__get-sum', { a: 'two', b: 40 });
    expect(result).toMatchObject({ error: { code: 'TOOL_ARGUMENTS_INVALID' } });
    expect(story).toEqual(['progress_update tool_refused']);
  });

  it('fails a call that the server answers with an error', async () => {
    const { result, story } = await dispatchTo('demo__get-resource-reference', {
      resourceType: 'Text',
      resourceId: -1,
    });
    expect(result).toMatchObject({
      status: 'failed',
      error: { code: 'TOOL_FAILED', message: expect.stringContaining('resourceId') },
    });
    expect(story).toEqual(['tool_executing', 'tool_completed failed']);
  });

  it('hands a cancel on to the server and stays usable', async () => {
    const { dispatcher } = await openDispatcher({ tools: server.connection.tools });
    const caller = new AbortController();
    const running = dispatcher.dispatch({
      tool: 'demo__trigger-long-running-operation',
      callId: 'c1',
      parameters: { duration: 60, steps: 2 },
      signal: caller.signal,
    });
    caller.abort();
    expect(await running).toMatchObject({ status: 'cancelled' });
    await dispatcher[Symbol.asyncDispose]();
    expect(dispatcher.metrics()).toMatchObject({ abandoned: 0, running: 0 });
    const { result } = await dispatchTo('demo__echo', { message: 'still here' });
    expect(result).toMatchObject({ value: 'Echo: still here' });
  });
});

it('fails a call, and announces its end, when the server is gone', async () => {
  const connection = await connectMcpServer({ name: 'demo', ...overStdio });
  await connection[Symbol.asyncDispose]();
  const { dispatcher, sink } = await openDispatcher({ tools: connection.tools });
  const call = { tool: 'demo__echo', callId: 'c1', parameters: { message: 'x' } };
  expect(await dispatcher.dispatch(call)).toMatchObject({ status: 'failed' });
  expect(sink.story).toEqual(['tool_executing', 'tool_completed failed']);
});

it.each([
  ['a program that ends at once', { command: process.execPath, args: ['-e', ''] }],
  ['a program that does not exist', { command: '/nonexistent/server' }],
  ['a port nobody listens on', { url: 'http://127.0.0.1:1/mcp' }],
])('says that it cannot reach %s', async (_what, address) => {
  await expect(connectMcpServer({ name: 'demo', ...address })).rejects.toMatchObject({
    code: 'MCP_UNREACHABLE',
  });
});
