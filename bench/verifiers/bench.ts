/**
 * The verifier of the AG-UI client and the checks of golden-path, each fed the same 25 streams over real sockets.
 * Prints both columns as measured.
 *
 *   node --conditions=golden-path-source bench/verifiers/bench.ts [--json]
 */
import { parseArgs } from 'node:util';
import { judgeClaim, printClaims } from '../claim.ts';
import { askChecks } from './ask-checks.ts';
import { askRival } from './ask-rival.ts';
import { serveStream } from './serve-stream.ts';
import { envelopeStreams, streams } from './streams.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const foreign = 'gpc-0123456789abcdef0123';

// The client warns of what it does not know; only what it refuses counts.
console.warn = () => {};
console.error = () => {};

const rows = [];
for (const stream of [...streams, ...envelopeStreams]) {
  const server = await serveStream(stream, foreign);
  try {
    const refused = await askRival(server.url);
    const failed = await askChecks(server.url, foreign);
    const must = failed.filter(({ level }) => level === 'MUST').map(({ id }) => id);
    const beside = envelopeStreams.includes(stream);
    rows.push({
      title: stream.title,
      beside,
      broken: stream.broken,
      verifier: refused ?? null,
      checks: must,
    });
  } finally {
    await server[Symbol.asyncDispose]();
  }
}
const truly = rows.filter(({ broken, beside }) => broken && !beside);
const odd = rows.filter(({ broken }) => !broken);
const claims = [
  judgeClaim({
    id: 'verifiers-caught',
    title: `broken streams that the checks report, of ${truly.length}`,
    value: truly.filter(({ checks }) => checks.length > 0).length,
    unit: 'streams',
    limit: truly.length,
    better: 'higher',
  }),
  judgeClaim({
    id: 'verifiers-envelopes',
    title: `streams with broken frames around texts and calls that the checks report, of ${envelopeStreams.length}`,
    value: rows.filter(({ beside, checks }) => beside && checks.length > 0).length,
    unit: 'streams',
    limit: envelopeStreams.length,
    better: 'higher',
  }),
  judgeClaim({
    id: 'verifiers-false',
    title: `legal streams that the checks refuse, of ${odd.length}`,
    value: odd.filter(({ checks }) => checks.length > 0).length,
    unit: 'streams',
    limit: 0,
    better: 'lower',
  }),
];
const verifier = {
  caught: truly.filter((row) => row.verifier !== null).length,
  refused: odd.filter((row) => row.verifier !== null).length,
};
if (values.json) process.stdout.write(`${JSON.stringify({ rows, verifier, claims }, null, 2)}\n`);
else {
  for (const { title, broken, beside, verifier: told, checks } of rows) {
    const rival = told === null ? 'accepted' : 'refused';
    process.stdout.write(
      `  ${beside ? 'beside' : broken ? 'broken' : 'legal '}  ${title.padEnd(34)} ${rival.padEnd(9)} ${checks.join(', ') || 'green'}\n`,
    );
  }
  process.stdout.write(
    `the AG-UI verifier refuses ${verifier.caught} of ${truly.length} broken streams and ${verifier.refused} of ${odd.length} legal ones\n${printClaims(claims)}`,
  );
}
process.exit(claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0);
