import { absent } from './absent.ts';
import { abuse } from './abuse.ts';
import { burst } from './burst.ts';
import { cancel } from './cancel.ts';
import { counting } from './counting.ts';
import { denials } from './denials.ts';
import { failingTool } from './failing-tool.ts';
import { goldenPath } from './golden-path.ts';
import { hasty } from './hasty.ts';
import type { Journey } from './journey.ts';
import { logout } from './logout.ts';
import { loyal } from './loyal.ts';
import { overrun } from './overrun.ts';
import { renewal } from './renewal.ts';
import { longAnswer } from './long-answer.ts';
import { sameWords } from './same-words.ts';
import { resumeEarly } from './resume-early.ts';
import { resume } from './resume.ts';
import { revoked } from './revoked.ts';
import { slowConsumer } from './slow-consumer.ts';
import { trespass } from './trespass.ts';
import { truth } from './truth.ts';
import { twoTabs } from './two-tabs.ts';
import { watchful } from './watchful.ts';
import { waysIn } from './ways-in.ts';

/** A journey, and the checks it is there to exercise beside those that every journey exercises. */
export interface JourneyEntry {
  readonly journey: Journey;
  readonly exercises: readonly string[];
}

/** Every journey there is. Walked together, they exercise every check that a sound target can exercise. */
export const journeyTable: readonly JourneyEntry[] = [
  { journey: goldenPath, exercises: ['ISO-CANARY', 'PAIR-OPEN', 'LIFE-TERM', 'TXT-UNICODE'] },
  { journey: truth, exercises: ['TRUTH-ANSWER', 'TRUTH-HEALTH', 'TRUTH-STORED', 'TRUTH-TOOL'] },
  { journey: failingTool, exercises: ['PAIR-OUTCOME'] },
  { journey: overrun, exercises: ['LIFE-NEST'] },
  { journey: counting, exercises: ['ONCE-EFFECT', 'RES-ZERO'] },
  { journey: absent, exercises: ['ONCE-EFFECT', 'RES-GAP'] },
  { journey: cancel, exercises: ['LIFE-CANCEL'] },
  {
    journey: resume,
    exercises: ['RES-GAP', 'RES-ORDER', 'RES-REPLAY-EQ', 'RES-DUP', 'RES-KINDS', 'RES-IDENTITY'],
  },
  { journey: resumeEarly, exercises: ['RES-EXPIRED'] },
  { journey: twoTabs, exercises: ['RES-DUP', 'ISO-IDENTITY'] },
  { journey: loyal, exercises: [] },
  { journey: hasty, exercises: ['LIFE-START'] },
  { journey: sameWords, exercises: [] },
  { journey: longAnswer, exercises: [] },
  { journey: renewal, exercises: ['RES-GAP'] },
  { journey: trespass, exercises: ['ISO-TRESPASS'] },
  { journey: waysIn, exercises: ['AUTH-WAYS'] },
  { journey: denials, exercises: ['AUTH-DENY'] },
  { journey: revoked, exercises: ['AUTH-DENY'] },
  { journey: logout, exercises: ['AUTH-STALE'] },
  { journey: abuse, exercises: ['WIRE-CLOSE-MEANING'] },
  { journey: watchful, exercises: ['CAP-HEARTBEAT', 'WIRE-HALFOPEN'] },
  { journey: burst, exercises: ['BP-BURST'] },
  { journey: slowConsumer, exercises: ['BP-SLOW-CONSUMER'] },
];
