export interface GatePair {
  /** Phase that is asked for. */
  readonly gate: number;
  readonly specimen: number;
  /** Required criteria that must fail; none for a gate that must pass. */
  readonly red: readonly string[];
}

/** The table of docs/architecture.md, section 5: what each gate says of the specimen before it, and of its own. */
export const gatePlan: readonly GatePair[] = [
  { gate: 1, specimen: 1, red: [] },
  { gate: 1, specimen: 0, red: ['consumer-map', 'surface-file', 'rollback-drill'] },
  { gate: 2, specimen: 2, red: [] },
  { gate: 2, specimen: 1, red: ['one-factory', 'isolation', 'five-events'] },
  { gate: 3, specimen: 3, red: [] },
  {
    gate: 3,
    specimen: 2,
    red: ['one-implementation', 'canonical-members', 'equal-histories', 'event-loss'],
  },
  { gate: 4, specimen: 4, red: [] },
  { gate: 4, specimen: 3, red: ['no-competitors', 'no-bypass', 'no-shims', 'tests-can-fail'] },
];
