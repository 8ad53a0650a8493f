import { renderAnnotations } from './annotations/render-annotations.ts';
import { renderCsv } from './audit/render-csv.ts';
import { renderDot } from './audit/render-dot.ts';
import { renderMermaid } from './audit/render-mermaid.ts';
import { renderCodeQuality } from './code-quality/render-code-quality.ts';
import { renderCtrf } from './ctrf/render-ctrf.ts';
import { renderHtml } from './html/render-html.ts';
import { renderJson } from './json/render-json.ts';
import { renderJunit } from './junit/render-junit.ts';
import { renderMarkdown } from './markdown/render-markdown.ts';
import { renderNight } from './markdown/render-night.ts';
import { renderMetrics } from './metrics/render-metrics.ts';
import { renderOtlp } from './otlp/render-otlp.ts';
import type { Reporter } from './reporter.ts';
import { renderSarif } from './sarif/render-sarif.ts';
import { renderBench } from './terminal/render-bench.ts';
import { renderCompact } from './terminal/render-compact.ts';
import { renderTerminal } from './terminal/render-terminal.ts';

/** Every format there is. Options, completion and docs/reporters.md are made from this table. */
export const reporterTable: readonly Reporter[] = [
  {
    name: 'terminal',
    extension: 'txt',
    sentence: 'For people at a terminal: every verdict on a line, failures last and complete.',
    render: renderTerminal,
  },
  {
    name: 'compact',
    extension: 'txt',
    sentence: 'For scripts and agents: only what did not pass, complete, and the closing sentence.',
    render: renderCompact,
  },
  {
    name: 'bench',
    extension: 'txt',
    sentence:
      'For people who measured: one table of values, limits, ratios and distributions, then what did not pass.',
    render: renderBench,
  },
  {
    name: 'json',
    extension: 'json',
    sentence:
      'The stored result itself, in its versioned schema; every other format is made of it.',
    render: renderJson,
  },
  {
    name: 'junit',
    extension: 'xml',
    sentence: 'JUnit XML for GitLab, Jenkins and Azure; what is unknown is an error, never a pass.',
    render: renderJunit,
  },
  {
    name: 'html',
    extension: 'html',
    sentence: 'One page for a browser, without network: verdict, evidence, timeline, measurements.',
    render: renderHtml,
  },
  {
    name: 'markdown',
    extension: 'md',
    sentence:
      'For a GitHub step summary or a pull-request comment: the sentence, failures, numbers.',
    render: renderMarkdown,
  },
  {
    name: 'night',
    extension: 'md',
    sentence:
      'Ten lines of Markdown for a chat or an issue: verdict, what changed, flaky, latencies, link.',
    render: renderNight,
  },
  {
    name: 'annotations',
    extension: 'txt',
    sentence:
      'GitHub workflow commands: the ten worst of each kind, beside the lines they are about.',
    render: renderAnnotations,
  },
  {
    name: 'sarif',
    extension: 'sarif',
    sentence: 'SARIF 2.1.0 of the audit, for code scanning; fingerprints survive moved lines.',
    render: renderSarif,
  },
  {
    name: 'code-quality',
    extension: 'json',
    sentence:
      'GitLab Code Quality: audit findings and failed tests, which have a place in the source.',
    render: renderCodeQuality,
  },
  {
    name: 'mermaid',
    extension: 'mmd',
    sentence:
      'The consumer map of the audit as a Mermaid flowchart: roles, who does the job, who uses whom.',
    render: renderMermaid,
  },
  {
    name: 'dot',
    extension: 'dot',
    sentence: 'The same map for Graphviz.',
    render: renderDot,
  },
  {
    name: 'csv',
    extension: 'csv',
    sentence: 'The consumer map as rows: member, consumer, how, scope; for spreadsheets.',
    render: renderCsv,
  },
  {
    name: 'ctrf',
    extension: 'json',
    sentence: 'Common Test Report Format, for the many tools that read it.',
    render: renderCtrf,
  },
  {
    name: 'openmetrics',
    extension: 'prom',
    sentence: 'OpenMetrics text for Prometheus: verdicts, measurements and audit counts as gauges.',
    render: renderMetrics,
  },
  {
    name: 'otlp',
    extension: 'json',
    sentence: 'The same gauges as OpenTelemetry OTLP/JSON, ready to be posted to a collector.',
    render: renderOtlp,
  },
];
