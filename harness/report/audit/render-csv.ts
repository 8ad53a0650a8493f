import type { Result } from '../../contract/result.ts';

const columns = [
  'role',
  'member',
  'uses',
  'consumer',
  'line',
  'within',
  'how',
  'scope',
  'confidence',
  'via',
] as const;

/** Quoted where it must be; a value a spreadsheet would run as a formula is made text. */
function cell(value: string | number): string {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every place that uses a member of a role, a row each (RFC 4180), for spreadsheets. */
export function renderCsv(result: Result): string {
  const rows = (result.audit?.consumers ?? []).map((site) => [
    site.role,
    site.member,
    site.uses,
    site.path,
    site.line,
    site.within,
    site.how,
    site.scope,
    site.confidence,
    site.via.join(' '),
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
