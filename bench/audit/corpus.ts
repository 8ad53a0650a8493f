// How often role detection is right on the labelled corpus: node bench/audit/corpus.ts [--json]
import { parseArgs } from 'node:util';
import { measureCorpus } from '../../harness/audit/corpus/measure-corpus.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const report = measureCorpus();
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

if (values.json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
else {
  for (const role of report.roles) {
    const wrong = [
      ...role.false_positives.map((symbol) => `wrongly ${symbol}`),
      ...role.misses.map((symbol) => `missed ${symbol}`),
    ].join(', ');
    process.stdout.write(
      `${role.id.padEnd(16)} ${role.held_out ? 'held out' : '        '} found ${role.found} ${wrong}\n`,
    );
  }
  process.stdout.write(
    `all roles: precision ${percent(report.precision)}, recall ${percent(report.recall)}; ` +
      `held out: precision ${percent(report.held_out.precision)}, recall ${percent(report.held_out.recall)}\n`,
  );
}
