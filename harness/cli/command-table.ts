import type { Command } from './command.ts';

/** A command in the help page; what it takes and does is loaded when it is asked for, so that a small one starts fast. */
export interface CommandEntry {
  readonly name: string;
  readonly sentence: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command, in the order of the help page. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'gate',
    sentence: 'run the suites against a target and decide: the main job',
    load: () => import('./commands/gate.ts'),
  },
  {
    name: 'probe',
    sentence: 'walk the golden path once and show the timeline',
    load: () => import('./commands/probe.ts'),
  },
  {
    name: 'check',
    sentence: 'judge stored histories again',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'compare',
    sentence: 'compare two targets or histories, with measured noise',
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'faults',
    sentence: 'damage the reference on purpose and show which check reports which damage',
    load: () => import('./commands/faults.ts'),
  },
  {
    name: 'audit',
    sentence: 'find competing implementations in a source tree, and hold them against the baseline',
    load: () => import('./commands/audit.ts'),
  },
  {
    name: 'bench',
    sentence: 'measure speed and memory, interleaved with another commit if asked',
    load: () => import('./commands/bench.ts'),
  },
  {
    name: 'report',
    sentence: 'show, merge, compare or serve stored results',
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'init',
    sentence: 'write a configuration to begin with, and workflows for GitHub or GitLab',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'explain',
    sentence: 'say what a check demands and why, or what an error code means',
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'monitor',
    sentence: 'walk canary journeys in a loop during a change; webhook, metrics, revert',
    load: () => import('./commands/monitor.ts'),
  },
  {
    name: 'nightly',
    sentence: 'judge a shared target politely, soak it, and compare with the nights before',
    load: () => import('./commands/nightly.ts'),
  },
  {
    name: 'serve',
    sentence: 'start the reference platform with its chat page',
    load: () => import('./commands/serve.ts'),
  },
];
