/**
 * Events per second through the gateway, beside a plain `ws` server and Socket.IO, in interleaved rounds.
 * `node delivery/bench.ts [--rounds 7] [--connections 1,100,1000] [--json]`
 */
import { parseArgs } from 'node:util';
import { armNames } from './arm.ts';
import { judgeClaims, type JudgedClaim } from './claims.ts';
import { compareAt, type Comparison, type Sized } from './compare.ts';
import type { Idle } from './idle.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    connections: { type: 'string', default: '1,100,1000' },
    json: { type: 'boolean', default: false },
  },
});

function printComparison({ shape, arms, ratios }: Comparison): string {
  const isSpaced = shape === 'spaced';
  const rows = armNames.map((name) => {
    const { eventsPerSecond, cpuPerEvent, medianAge } = arms[name];
    const ratio = name === 'gateway' ? undefined : ratios[name];
    return [
      `  ${shape.padEnd(7)} ${name.padEnd(10)}`,
      `${Math.round(eventsPerSecond)}/s`.padStart(10),
      `${cpuPerEvent.toFixed(1)} µs CPU`.padStart(14),
      isSpaced ? `${(medianAge / 1000).toFixed(2)} ms old`.padStart(13) : '',
      ratio === undefined
        ? ''
        : `   gateway: ${ratio.eventsPerSecond.toFixed(2)}× the events/s, ${ratio.cpuPerEvent.toFixed(2)}× the CPU` +
          (isSpaced ? `, ${ratio.medianAge.toFixed(2)}× the age` : ''),
    ].join('');
  });
  return `${rows.join('\n')}\n`;
}

function printIdle({ arms, ratios }: Idle): string {
  const rows = armNames.map((name) => {
    const ratio = name === 'gateway' ? undefined : ratios[name];
    return [
      `  idle    ${name.padEnd(10)}`,
      `${(arms[name].liveBytes / 1024).toFixed(2)} KiB live`.padStart(15),
      `${(arms[name].rssBytes / 1024).toFixed(1)} KiB RSS`.padStart(14),
      ratio === undefined ? '' : `   gateway: ${ratio.liveBytes.toFixed(2)}× the live bytes`,
    ].join('');
  });
  return `${rows.join('\n')}\n`;
}

function printSized({ connections, comparisons, idle }: Sized): string {
  const parts = [...comparisons.map(printComparison), idle === undefined ? '' : printIdle(idle)];
  return `${connections} connections\n${parts.join('')}`;
}

function printClaim({ id, connections, ratio, better, limit, verdict }: JudgedClaim): string {
  const bound = `${better === 'lower' ? '≤' : '≥'} ${limit}`;
  return `  ${id.padEnd(24)}${String(connections).padStart(5)} ${ratio.toFixed(2).padStart(7)}  ${bound}  ${verdict}\n`;
}

const sized: Sized[] = [];
for (const connections of values.connections.split(',').map(Number)) {
  const result = await compareAt(connections, Number(values.rounds));
  sized.push(result);
  if (!values.json) process.stdout.write(printSized(result));
}
const claims = judgeClaims(sized);
process.stdout.write(
  values.json
    ? `${JSON.stringify({ sized, claims }, undefined, 2)}\n`
    : `claims\n${claims.map(printClaim).join('')}`,
);
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
