import type { Result } from '../../contract/result.ts';
import { canonicalResult } from '../json/canonical-result.ts';
import { entriesOf } from '../summary/entries-of.ts';
import { criteriaShown } from '../summary/shown-entries.ts';
import { summarise } from '../summary/summarise.ts';
import { renderPage } from './page-shell.ts';
import { baseStyle, reportScript, reportStyles } from './report-assets.ts';
import type { Section } from './section.ts';
import { auditSection } from './sections/audit-section.ts';
import { checksSection } from './sections/checks-section.ts';
import { criteriaSection } from './sections/criteria-section.ts';
import { drillSection } from './sections/drill-section.ts';
import { environmentSection } from './sections/environment-section.ts';
import { killMatrixSection } from './sections/kill-matrix-section.ts';
import { measurementsSection } from './sections/measurements-section.ts';
import { nightSection } from './sections/night-section.ts';
import { reproduceSection } from './sections/reproduce-section.ts';
import { strangersSection } from './sections/strangers-section.ts';
import { testsSection } from './sections/tests-section.ts';
import { timelineSection } from './sections/timeline-section.ts';
import { verdictHeader } from './sections/verdict-header.ts';

/** The page of one run: verdict and reasons first, then everything they rest on. */
export function renderHtml(result: Result): string {
  const summary = summarise(result);
  return renderPage({
    title: `${summary.verdict.toUpperCase()} · ${result.command}`,
    styles: [baseStyle(), ...reportStyles()],
    scripts: [reportScript()],
    data: { result: JSON.stringify(canonicalResult(result)) },
    header: verdictHeader(result, summary),
    sections: sectionsOf(result),
  });
}

function sectionsOf(result: Result): Section[] {
  const criteria = criteriaShown(result);
  const measured =
    result.measurements.length === 0 ? [] : [measurementsSection(result.measurements)];
  // Who measured wants the numbers first; elsewhere they stand behind what they were taken for.
  const [early, late] = result.command === 'bench' ? [measured, []] : [[], measured];
  return [
    ...early,
    ...(result.night === undefined ? [] : [nightSection(result.night, result.duration_ms)]),
    ...(criteria.length === 0 ? [] : [criteriaSection(criteria, entriesOf(result))]),
    ...(result.checks.length === 0 ? [] : [checksSection(result.checks, result.timelines)]),
    ...(result.timelines.length === 0 ? [] : [timelineSection(result.timelines)]),
    ...(result.audit === undefined ? [] : [auditSection(result.audit)]),
    ...(result.kill_matrix === undefined ? [] : [killMatrixSection(result.kill_matrix)]),
    ...(result.strangers === undefined ? [] : [strangersSection(result.strangers)]),
    ...(result.drill === undefined ? [] : [drillSection(result.drill)]),
    ...late,
    ...(result.tests.length + result.suites.length === 0 ? [] : [testsSection(result)]),
    environmentSection(result),
    reproduceSection(result),
  ];
}
