import { createUserExecutionContext } from 'golden-path/reference';
import { listHarmlessTools } from './admin/impersonation.ts';
import { dropRecentAnswers } from './admin/maintenance.ts';
import { describeStats } from './analytics/tool-stats.ts';
import { listUnpaid } from './billing/dunning.ts';
import { createToolDispatcher } from './dispatch/index.ts';
import { note } from './dispatch/note.ts';
import { discardSink } from './events/discard-sink.ts';
import { RunBridge } from './events/run-bridge.ts';
import { countMonthEnd } from './exports/month-end.ts';
import { runScheduledReport } from './exports/scheduled-report.ts';
import { describeIndex } from './search/index-status.ts';
import { rateSatisfaction } from './support/satisfaction.ts';
import { announceTranscript } from './support/transcripts.ts';

const dayMs = 86_400_000;

/** What the desk does on its own, once a day. Gives the text of the morning mail. */
async function runMorningJobs(): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const context = createUserExecutionContext({
    userId: 'usr_desk-operator',
    threadId: `thr_morning-${day}`,
    runId: `run_morning-${day}`,
    requestId: `req_morning-${day}`,
  });
  const bridge = new RunBridge(context, discardSink);
  const dispatcher = await createToolDispatcher(context, bridge);
  await announceTranscript(bridge);
  return [
    describeIndex(dispatcher),
    describeStats(dispatcher),
    `satisfaction ${rateSatisfaction(dispatcher)}`,
    `unpaid ${await listUnpaid(context, bridge)}`,
    `month end ${await countMonthEnd(context, bridge)}`,
    `report ${await runScheduledReport(context, bridge)}`,
    `${listHarmlessTools(dispatcher).length} tools for supporters`,
    `${dropRecentAnswers(dispatcher)} answers dropped`,
  ].join('\n');
}

/** Gives the function that ends it. */
export function scheduleJobs(): () => void {
  const timer = setInterval(() => {
    runMorningJobs().then(
      (mail) => note('%s', mail),
      (error: unknown) => note('no mail today: %s', error),
    );
  }, dayMs);
  return () => clearInterval(timer);
}
