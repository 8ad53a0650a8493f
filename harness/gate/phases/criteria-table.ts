import { checksProven } from '../criteria/phase-1/checks-proven.ts';
import { consumerMap } from '../criteria/phase-1/consumer-map.ts';
import { existingSuites } from '../criteria/phase-1/existing-suites.ts';
import { ratchet } from '../criteria/phase-1/ratchet.ts';
import { rollbackDrill } from '../criteria/phase-1/rollback-drill.ts';
import { suitesDiscovered } from '../criteria/phase-1/suites-discovered.ts';
import { surfaceFile } from '../criteria/phase-1/surface-file.ts';
import { fiveEvents } from '../criteria/phase-2/five-events.ts';
import { isolation } from '../criteria/phase-2/isolation.ts';
import { oneFactory } from '../criteria/phase-2/one-factory.ts';
import { canonicalMembers } from '../criteria/phase-3/canonical-members.ts';
import { equalHistories } from '../criteria/phase-3/equal-histories.ts';
import { eventLoss } from '../criteria/phase-3/event-loss.ts';
import { oneImplementation } from '../criteria/phase-3/one-implementation.ts';
import { speedAndMemory } from '../criteria/phase-3/speed-and-memory.ts';
import { documentsFresh } from '../criteria/phase-4/documents.ts';
import { everySuite } from '../criteria/phase-4/every-suite.ts';
import { noBypass } from '../criteria/phase-4/no-bypass.ts';
import { noCompetitors } from '../criteria/phase-4/no-competitors.ts';
import { noShims } from '../criteria/phase-4/no-shims.ts';
import { testsCanFail } from '../criteria/phase-4/tests-can-fail.ts';
import type { Criterion } from './criterion.ts';

/** The built-in plan: every criterion of every phase. docs/criteria.md is generated from it. */
export const criteriaTable: readonly Criterion[] = [
  consumerMap,
  surfaceFile,
  suitesDiscovered,
  checksProven,
  rollbackDrill,
  existingSuites,
  ratchet,
  oneFactory,
  isolation,
  fiveEvents,
  oneImplementation,
  canonicalMembers,
  equalHistories,
  eventLoss,
  speedAndMemory,
  noCompetitors,
  noBypass,
  noShims,
  testsCanFail,
  documentsFresh,
  everySuite,
];
