/**
 * What a criterion may need to be carried out before it can be judged: the part of the result that it rests on.
 * `run/` carries out each need once, however many criteria share it.
 */
export const needTable = {
  audit: 'read the source: roles, consumers, surfaces, findings, tests that cannot fail',
  discovery: 'list the tests of every suite',
  proof: 'turn each check red by its fault (kill matrix)',
  'mission-critical': 'run the suite mission-critical against the target',
  'ssot-compliance': 'run the suite ssot-compliance',
  'performance-regression': 'run the suite performance-regression',
  staging: 'run the suite staging',
  drill: 'switch to the previous phase and back while people chat',
  comparison: 'walk the same journeys against the previous phase and this one',
  'event-loss': 'count lost events under faults, previous phase and this one',
  'paired-speed': 'measure speed and memory against the previous phase',
  existing: 'run the suites that the team had before',
  documents: 'look for the documents and check generated files',
} as const;

export type Need = keyof typeof needTable;
export const needs: readonly Need[] = Object.keys(needTable) as Need[];
