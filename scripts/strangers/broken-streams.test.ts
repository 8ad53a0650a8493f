import { describe, expect, test } from 'vitest';
import { askChecks } from '../../bench/verifiers/ask-checks.ts';
import { serveStream } from '../../bench/verifiers/serve-stream.ts';
import { envelopeStreams, streams, type Stream } from '../../bench/verifiers/streams.ts';

const foreign = 'gpc-0123456789abcdef0123';

/** The checks that a stream breaks, served over a real socket. */
async function brokenBy(stream: Stream): Promise<string[]> {
  await using server = await serveStream(stream, foreign);
  const failed = await askChecks(server.url, foreign);
  return failed.filter(({ level }) => level === 'MUST').map(({ id }) => id);
}

/** `npm run bench:verifiers` holds the same streams against the verifier of the protocol's own client. */
describe('streams of a protocol that nobody here made up', () => {
  test.each(streams.filter(({ broken }) => broken))('broken: $title', async (stream) => {
    expect(await brokenBy(stream)).not.toEqual([]);
  });

  test.each(streams.filter(({ broken }) => !broken))('legal: $title', async (stream) => {
    expect(await brokenBy(stream)).toEqual([]);
  });

  test.each(envelopeStreams)('broken around its texts and calls: $title', async (stream) => {
    expect(await brokenBy(stream)).toEqual(['PAIR-ENVELOPE']);
  });
});
