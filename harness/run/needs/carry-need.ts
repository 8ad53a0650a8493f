import type { ComparisonFacts } from '../../contract/comparison.ts';
import type { Drill } from '../../contract/drill.ts';
import type { EventLoss } from '../../contract/event-loss.ts';
import type { GateQuestion } from '../../contract/gate-settings.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Need } from '../../contract/need.ts';
import type { PairedSpeed } from '../../contract/paired-speed.ts';
import type { Result } from '../../contract/result.ts';
import type { RunFacts } from '../evidence/build-result.ts';
import { runExisting } from '../existing/run-existing.ts';
import type { GateOrder } from '../gate-order.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Target } from '../../targets/target.ts';
import { compareTargets } from '../compare/compare-targets.ts';
import { measureEventLoss } from '../compare/measure-event-loss.ts';
import { pairSpeed } from '../compare/pair-speed.ts';
import type { SidesOrder } from '../compare/sides-order.ts';
import { runDrill } from '../drill/run-drill.ts';
import { listTests } from './list-tests.ts';
import { lookForDocuments } from './look-for-documents.ts';
import { proveChecks } from './prove-checks.ts';
import { readSource } from './read-source.ts';
import type { Stage } from './stage.ts';

export interface CarryOrder {
  readonly order: GateOrder;
  readonly question: GateQuestion;
  readonly facts: RunFacts;
  readonly root: string;
  readonly stage: Stage;
  readonly signal: AbortSignal;
}

/** Carries out one need that is no suite, and gives its part of the result. */
export async function carryNeed(need: Need, carry: CarryOrder): Promise<Partial<Result>> {
  const { order, root, facts, signal, question } = carry;
  const { config, say } = order;
  const { folder, seed } = facts;
  switch (need) {
    case 'audit':
      return readSource({ root, manifest: config.audit, phase: question.phase });
    case 'discovery':
      return { discovery: await listTests() };
    case 'proof':
      return proveChecks(seed, signal);
    case 'existing':
      return { existing: await runExisting({ config, root, folder, say, signal }) };
    case 'documents':
      return { documents: await lookForDocuments({ config, root, folder, signal }) };
    case 'drill':
      return { drill: await drill(carry) };
    case 'comparison':
      return { comparison: await compare(carry) };
    case 'event-loss':
      return { event_loss: await countLosses(carry) };
    case 'paired-speed':
      return { paired_speed: await measureSpeed(carry) };
    case 'mission-critical':
    case 'ssot-compliance':
    case 'performance-regression':
    case 'staging':
      throw new HarnessError('INTERNAL', `nobody carries out "${need}"`);
  }
}

async function drill({ order, root, facts, stage, signal }: CarryOrder): Promise<Drill> {
  const { config, say } = order;
  const { folder, seed } = facts;
  return runDrill({
    target: await stage.current(),
    previous: stage.previousName ?? 'the previous phase',
    own: await stage.previous(),
    config,
    root,
    folder,
    seed,
    say,
    signal,
  });
}

const noPrevious = 'nothing is known of the phase before this one';

async function sidesOf({
  order,
  facts,
  stage,
  signal,
}: CarryOrder): Promise<SidesOrder | undefined> {
  const old = await stage.previous();
  if (old === undefined) return undefined;
  const { folder, seed } = facts;
  return { old, next: await stage.current(), folder, seed, say: order.say, signal };
}

async function compare(carry: CarryOrder): Promise<ComparisonFacts> {
  const sides = await sidesOf(carry);
  if (sides !== undefined) return compareTargets(sides);
  return { old: 'nothing', new: carry.facts.target, journeys: [], problem: noPrevious };
}

async function countLosses(carry: CarryOrder): Promise<EventLoss> {
  const sides = await sidesOf(carry);
  if (sides !== undefined) return measureEventLoss(sides);
  return { old: 'nothing', new: carry.facts.target, faults: [], problem: noPrevious };
}

async function measureSpeed({ order, facts, stage, signal }: CarryOrder): Promise<PairedSpeed> {
  const { previousName: old } = stage;
  const next = facts.target;
  const left = order.paired === false ? 'left out with --no-paired' : noPrevious;
  if (order.paired === false || old === undefined) {
    return { old: old === undefined ? [] : [old], new: next, measurements: [], problem: left };
  }
  const open = (name: string): Promise<Target> => openTarget(name, order.config);
  return pairSpeed({ old, next, open, seed: facts.seed, say: order.say, signal });
}
