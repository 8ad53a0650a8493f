import type { Drill } from '../../contract/drill.ts';
import type { GateQuestion } from '../../contract/gate-settings.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Need } from '../../contract/need.ts';
import type { Result } from '../../contract/result.ts';
import type { RunFacts } from '../evidence/build-result.ts';
import { runExisting } from '../existing/run-existing.ts';
import type { GateOrder } from '../gate-order.ts';
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
      return proveChecks({ seed, say, signal });
    case 'existing':
      return { existing: await runExisting({ config, root, folder, say, signal }) };
    case 'documents':
      return { documents: await lookForDocuments({ config, root, folder, signal }) };
    case 'drill':
      return { drill: await drill(carry) };
    default:
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
