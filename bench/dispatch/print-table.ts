import type { Share } from './breakdown.ts';
import type { JudgedClaim } from './claims.ts';

interface Result {
  readonly environment: { readonly node: string; readonly cpu: string; readonly cores: number };
  readonly launches: number;
  readonly arms: readonly { readonly title: string; readonly ns: number }[];
  readonly claims: readonly JudgedClaim[];
  readonly breakdown: readonly Share[];
}

export function printTable({ environment, launches, arms, claims, breakdown }: Result): string {
  const { node, cpu, cores } = environment;
  const overhead = claims.find(({ id }) => id === 'overhead')?.ratio ?? Number.NaN;
  const lines = [
    `dispatch  node ${node}  ${cores} × ${cpu}  median of ${launches} launches`,
    ...arms.map(
      ({ title, ns }) => `  ${title.padEnd(52)} ${(ns / 1000).toFixed(2).padStart(9)} µs`,
    ),
    ...claims.map(
      ({ arm, over, ratio, better, limit, goal, verdict }) =>
        `  ${arm} ÷ ${over}`.padEnd(34) +
        `${ratio.toFixed(2).padStart(8)}  ${better === 'lower' ? '≤' : '≥'} ${limit}, goal ${goal}  ${verdict}`,
    ),
    `where the time of a dispatch goes, in units of the bare function (sampled)`,
    ...breakdown.map(
      ({ part, share }) =>
        `  ${part.padEnd(52)} ${(share * overhead).toFixed(2).padStart(9)}  ${(share * 100).toFixed(0)} %`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
