/**
 * Events per second through the gateway, beside a plain `ws` server and Socket.IO, in interleaved rounds.
 * `node delivery/bench.ts [--rounds 7] [--connections 1,100,1000] [--json]`
 */
import { parseArgs } from 'node:util';
import { armNames } from './arm.ts';
import { compareAt, type Comparison, type Sized } from './compare.ts';

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

function printSized({ connections, comparisons, idleBytes }: Sized): string {
  const idle = armNames.map((name) => `${name} ${(idleBytes[name] / 1024).toFixed(1)} KiB`);
  return `${connections} connections\n${comparisons.map(printComparison).join('')}  idle    ${idle.join('  ')}\n`;
}

const sized: Sized[] = [];
for (const connections of values.connections.split(',').map(Number)) {
  const result = await compareAt(connections, Number(values.rounds));
  sized.push(result);
  if (!values.json) process.stdout.write(printSized(result));
}
if (values.json) process.stdout.write(`${JSON.stringify(sized, null, 2)}\n`);
