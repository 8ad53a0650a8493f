import { join } from 'node:path';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import { cancel } from '../../probe/journeys/cancel.ts';
import { counting } from '../../probe/journeys/counting.ts';
import { failingTool } from '../../probe/journeys/failing-tool.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { resume } from '../../probe/journeys/resume.ts';
import { truth } from '../../probe/journeys/truth.ts';
import { walk } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { mergeChecks } from '../evidence/merge-checks.ts';

const journeys: readonly Journey[] = [goldenPath, truth, failingTool, counting, cancel, resume];

export interface SideOrder {
  readonly target: Target;
  /** Users from here on belong to these journeys. */
  readonly firstUser: number;
  readonly seed: string;
  /** The run's folder, and what the histories in it are called. */
  readonly folder: string;
  readonly name: string;
}

export interface Side {
  readonly checks: readonly CheckResult[];
  /** Stored histories, relative to the run's folder. */
  readonly histories: readonly string[];
}

/** Walks the same journeys against whichever side answers, and judges them; at once where there are users enough. */
export async function walkSide(order: SideOrder): Promise<Side> {
  const free = order.target.users.length - order.firstUser;
  const together = journeys.reduce((sum, { users }) => sum + users, 0) <= free;
  const walked: { checks: CheckResult[]; file: string }[] = [];
  let next = order.firstUser;
  const walks: (() => Promise<void>)[] = journeys.map((journey) => {
    const firstUser = together ? next : order.firstUser;
    next += journey.users;
    const users = Math.max(1, Math.min(journey.users, free));
    return async () => {
      const file = join('histories', `${order.name}-${journey.name}.ndjson`);
      const history = await walk(order.target, journey, {
        firstUser,
        users,
        seed: `${order.seed}-${order.name}-${journey.name}`,
        file: join(order.folder, file),
      });
      walked.push({ checks: judgeHistory(history), file });
    };
  });
  if (together) await Promise.all(walks.map((start) => start()));
  else for (const start of walks) await start();
  return {
    checks: mergeChecks(walked.flatMap(({ checks }) => checks)),
    histories: walked.map(({ file }) => file).toSorted(),
  };
}
