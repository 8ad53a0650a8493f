import type { Measurement } from '../../contract/measurement.ts';
import { mergeVerdicts, type Verdict } from '../../contract/verdict.ts';
import { formatQuantities } from '../text/format-quantity.ts';
import { intervalText, limitText, valueText } from './measured.ts';

/** What a person reads as one: a number, or the percentiles of one latency together. */
export interface MeasuredLine {
  readonly name: string;
  readonly of: readonly [Measurement, ...Measurement[]];
}

const percentile = /\.p(?:50|95|99)$/;

/** `x.p50`, `x.p95` and `x.p99` are one line. */
export function measuredLines(measurements: readonly Measurement[]): MeasuredLine[] {
  const groups = Map.groupBy(measurements, ({ id }) => id.replace(percentile, ''));
  return [...groups].flatMap(([name, of]): MeasuredLine[] => {
    const [first, ...others] = of;
    return first === undefined ? [] : [{ name, of: [first, ...others] }];
  });
}

/** The member the line is judged by: the one with a limit, or else the middle. */
export function judgedMember({ of }: MeasuredLine): Measurement {
  return of.find(({ limit }) => limit !== undefined) ?? of[0];
}

/** The member whose distribution is drawn, with the limit the line is judged by. */
export function drawnMember(line: MeasuredLine): Measurement {
  const { limit } = judgedMember(line);
  const drawn = line.of.find(({ distribution }) => distribution !== undefined) ?? line.of[0];
  return limit === undefined ? drawn : { ...drawn, limit };
}

export function verdictOfLine({ of }: MeasuredLine): Verdict {
  const verdicts = of.map(({ verdict }) => verdict);
  return verdicts.every((verdict) => verdict === 'not-applicable')
    ? 'not-applicable'
    : mergeVerdicts(verdicts);
}

/** `p50 / p95 / p99`, or empty where there is one number. */
export function percentilesText({ name, of }: MeasuredLine): string {
  return of.length === 1 ? '' : of.map(({ id }) => id.slice(name.length + 1)).join(' / ');
}

/** `4 / 8 / 16 ms`, or `1.12 [1.09 … 1.15]`. */
export function valuesText({ of }: MeasuredLine): string {
  const [first] = of;
  if (of.length === 1) return `${valueText(first)} ${intervalText(first)}`.trimEnd();
  const values = of.map(({ value }) => value);
  const shown = formatQuantities(values, first.unit);
  const unit = / [^\d\s]+$/.exec(shown[0] ?? '')?.[0] ?? '';
  return `${shown.map((text) => text.slice(0, text.length - unit.length)).join(' / ')}${unit}`;
}

/** `p95 ≤ 500 ms`, or `≤ 50 KiB`; empty without a limit. */
export function limitOfLine(line: MeasuredLine): string {
  const one = judgedMember(line);
  const which =
    line.of.length > 1 && one.limit !== undefined ? one.id.slice(line.name.length + 1) : '';
  return `${which} ${limitText(one)}`.trim();
}

/** The value as far as its limit lets it: `0.43 ×`. A ratio is one already, and a limit of 0 has none. */
export function ratioOfLine(line: MeasuredLine): string {
  const { value, limit, unit } = judgedMember(line);
  if (unit === 'ratio') return `${value.toFixed(2)} ×`;
  if (limit === undefined || limit === 0) return '';
  return `${(value / limit).toFixed(2)} ×`;
}
