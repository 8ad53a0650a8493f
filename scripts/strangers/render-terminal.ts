import { styleText } from 'node:util';
import { isGreen, type StrangerReport } from './judge-stranger.ts';
import type { CellVerdict } from './verdict-of-cell.ts';

const marks = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' } as const;
const colours = {
  pass: 'green',
  fail: 'red',
  unknown: 'yellow',
  'not-applicable': 'gray',
} as const;

const faultMarks = {
  caught: ['✓', 'green'],
  missed: ['✗', 'red'],
  'wrong-check': ['!', 'red'],
  'no-bite': ['?', 'yellow'],
  'not-applicable': ['–', 'gray'],
} as const;

/** Both matrices for a terminal: families of checks, each with its two verdicts, and damages. */
export function renderTerminal(reports: readonly StrangerReport[]): string {
  const families = [...new Set(reports.flatMap((report) => Object.keys(report.families)))];
  const ids = [...new Set(reports.flatMap(({ faults }) => faults.map(({ fault }) => fault)))];
  const width = Math.max(8, ...reports.map(({ name }) => name.length)) + 1;
  const head = families.map((family) => family.padEnd(6)).join('');
  const lines = [
    `clean journeys: what was said | how it ended (${legend()})`,
    `${''.padEnd(width)}${head}journeys runs`,
    ...reports.map((report) => {
      const cells = families.map((family) => {
        const cell = report.families[family];
        return cell === undefined ? '      ' : `${mark(cell.events)}|${mark(cell.ending)}   `;
      });
      const counts = `${String(report.journeys).padEnd(9)}${report.runs}`;
      return `${report.name.padEnd(width)}${cells.join('')}${counts}`;
    }),
    '',
    'damages: caught by its own check ✓, missed ✗, another check ! , never bit ?, means nothing there –',
    ...ids.map((id) => {
      const cells = reports.map(({ faults }) => {
        const [sign, colour] =
          faultMarks[faults.find(({ fault }) => fault === id)?.verdict ?? 'no-bite'];
        return styleText(colour, sign);
      });
      return `${id.padEnd(14)}${cells.join('  ')}`;
    }),
    `${''.padEnd(14)}${reports.map((_, index) => String.fromCodePoint(97 + index)).join('  ')}`,
    reports.map(({ name }, index) => `${String.fromCodePoint(97 + index)} ${name}`).join(', '),
    '',
    ...reports.flatMap(describe),
  ];
  return `${lines.join('\n')}\n`;
}

function legend(): string {
  return '✓ kept, ✗ broken, ? never met or undecided, – not offered';
}

function mark({ verdict }: CellVerdict): string {
  return styleText(colours[verdict], marks[verdict]);
}

function describe(report: StrangerReport): string[] {
  const { name, families, known, stale, faults } = report;
  const endings = Object.entries(report.endings).map(([cause, count]) => `${cause} ×${count}`);
  const reds = Object.entries(families).flatMap(([family, cell]) =>
    [cell.events, cell.ending]
      .filter(({ verdict, blame }) => verdict === 'fail' || blame === 'harness wrong')
      .map(({ blame, checks, note }) => {
        const reason = checks.map((id) => known[id]).find((each) => each !== undefined);
        return `  ${family}: ${blame}${reason === undefined ? '' : `, known: ${reason}`} (${checks.join(', ')}) ${note}`;
      }),
  );
  const lost = faults
    .filter(({ verdict }) => verdict !== 'caught' && verdict !== 'not-applicable')
    .map(
      ({ fault, verdict, owner, alarms }) =>
        `  ${fault}: ${verdict}, expected ${owner}, alarms [${alarms.join(', ')}]`,
    );
  const caught = faults.filter(({ verdict }) => verdict === 'caught').length;
  const state = isGreen(report) ? 'green' : 'RED';
  return [
    `${name}: ${state}; ${report.runs} runs, ${report.alarms.length} alarms; ${caught} damages caught; ends: ${endings.join(', ') || 'ours'}; start ${report.ms.start} ms, clean ${report.ms.clean} ms, damages ${report.ms.faults} ms`,
    ...reds,
    ...lost,
    ...stale.map((id) => `  stale: ${id} passes now; take it out of the table`),
  ];
}
