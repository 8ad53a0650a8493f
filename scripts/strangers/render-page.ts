import { isGreen, type StrangerReport } from './judge-stranger.ts';
import type { CellVerdict } from './verdict-of-cell.ts';

const style = `
:root{color-scheme:light dark;--ok:#1a7f37;--bad:#cf222e;--open:#9a6700;--off:#6e7781}
body{font:15px/1.45 system-ui,sans-serif;margin:2rem;max-width:80rem}
table{border-collapse:collapse;margin:1rem 0 2rem;display:block;overflow-x:auto}
th,td{border:1px solid #8884;padding:.3rem .5rem;text-align:center;font-weight:400}
th[scope=row]{text-align:left;white-space:nowrap} thead th{font-weight:600}
.pass,.caught{color:var(--ok)} .fail,.missed,.wrong-check{color:var(--bad);font-weight:600}
.unknown,.no-bite{color:var(--open)} .not-applicable{color:var(--off)}
small{display:block;color:inherit} details{margin:.2rem 0} summary{cursor:pointer}`;

const words = {
  pass: 'kept',
  fail: 'broken',
  unknown: 'open',
  'not-applicable': 'not offered',
} as const;

/** Both matrices as one self-contained page: no script, nothing loaded from anywhere. */
export function renderPage(reports: readonly StrangerReport[]): string {
  const families = [...new Set(reports.flatMap((report) => Object.keys(report.families)))];
  const faults = reports[0]?.faults ?? [];
  const rows = reports.map((report) => {
    const cells = families.map((family) => {
      const cell = report.families[family];
      return cell === undefined ? '<td></td>' : `<td>${show(cell.events)}${show(cell.ending)}</td>`;
    });
    return `<tr><th scope="row">${escape(report.name)}<small>${escape(report.profile)}</small></th>${cells.join('')}<td>${report.journeys}</td><td>${report.runs}</td></tr>`;
  });
  const damages = faults.map(({ fault, title }) => {
    const cells = reports.map((report) => {
      const cell = report.faults.find((each) => each.fault === fault);
      if (cell === undefined) return '<td></td>';
      const ends = Object.entries(cell.endings).map(([cause, count]) => `${cause} ×${count}`);
      const seen = cell.note ?? `${cell.owner}; ended: ${ends.join(', ') || 'by us'}`;
      return `<td class="${cell.verdict}" title="${escape(seen)}">${cell.verdict}<small>${escape(cell.verdict === 'not-applicable' ? '' : cell.owner)}</small></td>`;
    });
    return `<tr><th scope="row">${escape(title)}</th>${cells.join('')}</tr>`;
  });
  const heads = (names: readonly string[]): string =>
    names.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Strangers</title><style>${style}</style></head><body>
<h1>Strangers: ${reports.filter(isGreen).length} of ${reports.length} green</h1>
<p>Real servers, held against what their protocols promise. Each cell has two verdicts: what was said, and how the connections ended on which it was said.</p>
<h2>Clean journeys</h2>
<table><thead><tr><th scope="col">server</th>${heads([...families, 'journeys', 'runs'])}</tr></thead><tbody>${rows.join('')}</tbody></table>
<h2>Damages between probe and server</h2>
<p>Each damage has one check that must report it; no other may.</p>
<table><thead><tr><th scope="col">damage</th>${heads(reports.map(({ name }) => name))}</tr></thead><tbody>${damages.join('')}</tbody></table>
<h2>Known of them</h2>
<ul>${reports.flatMap(({ name, known }) => Object.entries(known).map(([id, why]) => `<li>${escape(`${name}: ${id}, ${why}`)}</li>`)).join('') || '<li>nothing</li>'}</ul>
</body></html>
`;
}

function show({ verdict, exercised, blame, checks, note }: CellVerdict): string {
  const why = [blame, checks.join(' '), note].filter((each) => each !== undefined).join(': ');
  return `<span class="${verdict}" title="${escape(why)}">${words[verdict]}<small>${exercised > 0 ? `${exercised} met` : escape(blame ?? '')}</small></span>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
