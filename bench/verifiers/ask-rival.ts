import { HttpAgent } from '@ag-ui/client';

/** What the AG-UI client makes of one run: `undefined` where it takes the stream for a success. */
export async function askRival(url: string): Promise<string | undefined> {
  const agent = new HttpAgent({ url: `${url}/run`, threadId: 'thread-1' });
  agent.messages = [{ id: 'm1', role: 'user', content: 'How is the weather in Bern?' }];
  let told: string | undefined;
  try {
    await agent.runAgent(
      { runId: 'run-1' },
      {
        onRunFailed: ({ error }) => void (told ??= error.message),
        onRunErrorEvent: ({ event }) => void (told ??= event.message),
      },
    );
  } catch (error) {
    told ??= error instanceof Error ? error.message : String(error);
  }
  return told;
}
