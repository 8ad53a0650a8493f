/** Every suite of the gate: its folder under `suites/` and the runner that runs it. */
export const suiteTable = [
  {
    name: 'mission-critical',
    runner: 'vitest',
    sentence: 'events are delivered, in order and exactly once, and users are isolated',
    /** It asks the target and nobody else, and may ask one that others use, too. */
    atNight: true,
  },
  {
    name: 'ssot-compliance',
    runner: 'vitest',
    sentence: 'every role has exactly one implementation',
  },
  {
    name: 'performance-regression',
    runner: 'vitest',
    sentence: 'latency and memory stay within budget',
  },
  {
    name: 'staging',
    runner: 'playwright',
    sentence: 'a person at the page logs in, chats and gets the answer',
    atNight: true,
  },
] as const;

export type SuiteEntry = (typeof suiteTable)[number];
export type SuiteName = SuiteEntry['name'];
