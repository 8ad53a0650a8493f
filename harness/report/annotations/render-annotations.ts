import { auditRules } from '../../contract/audit-rules.ts';
import type { Result } from '../../contract/result.ts';
import { findingSeverity, severityOf, type Severity } from '../summary/severity-of.ts';
import { troublesOf } from '../summary/troubles-of.ts';
import { plural } from '../text/plural.ts';

/** GitHub shows about this many annotations of one kind for a step; the rest belongs in the step summary. */
const shownPerKind = 10;

interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** Workflow commands that GitHub Actions turns into annotations on the pull request. */
export function renderAnnotations(result: Result): string {
  const groups = Map.groupBy(annotationsOf(result), (annotation) => annotation.severity);
  const lines = [...groups].flatMap(([severity, annotations]) => {
    const rest = annotations.length - shownPerKind;
    return [
      ...annotations.slice(0, shownPerKind).map(workflowCommand),
      ...(rest > 0 ? [`${plural(rest, commands[severity])} more in the step summary`] : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function annotationsOf(result: Result): Annotation[] {
  const troubles = troublesOf(result).map((entry) => ({
    severity: severityOf(entry.standing),
    title: entry.id,
    message: entry.reason ?? entry.title,
    ...(entry.file === undefined ? {} : { file: entry.file }),
  }));
  const findings = (result.audit?.findings ?? []).map((finding) => ({
    severity: findingSeverity(finding),
    title: `${finding.rule} ${auditRules[finding.rule]}`,
    message: finding.message,
    file: finding.path,
    line: finding.line,
  }));
  return [...troubles, ...findings];
}

function workflowCommand({ severity, title, message, file, line }: Annotation): string {
  const properties = { file, line, title };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}`;
}

/** A line break would end the command, and a percent sign would start an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
