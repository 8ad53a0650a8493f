import { absent } from '../../../probe/journeys/absent.ts';
import { cancel } from '../../../probe/journeys/cancel.ts';
import { counting } from '../../../probe/journeys/counting.ts';
import { denials } from '../../../probe/journeys/denials.ts';
import { failingTool } from '../../../probe/journeys/failing-tool.ts';
import { logout } from '../../../probe/journeys/logout.ts';
import { overrun } from '../../../probe/journeys/overrun.ts';
import { resumeEarly } from '../../../probe/journeys/resume-early.ts';
import { resume } from '../../../probe/journeys/resume.ts';
import { truth } from '../../../probe/journeys/truth.ts';
import type { FaultRow } from '../../fault-row.ts';
import { inPlatform, type Sketch } from '../sketch.ts';

type Mutant = NonNullable<NonNullable<Sketch['platform']>['mutants']>[number];

/** A repetition that is not recognised as one counts as news, long after its run has ended. */
const repeatedAfterTerminal = [
  'LIFE-AFTER',
  'LIFE-TERM-ONCE',
  'ORD-PAIR',
  'ORD-PO',
  'ORD-SEQ-MONO',
  'ONCE-EVENT',
  'ONCE-TOOL',
  'ONCE-EXEC',
  'TXT-CONCAT',
];

/** A platform that is broken inside, with the fault of the catalogue that it shows. */
function broken(mutant: Mutant, sketch: Omit<Sketch, 'damage' | 'idle' | 'platform'>): FaultRow {
  return inPlatform({ ...sketch, platform: { mutants: [mutant] } });
}

export const mutantFaults: readonly FaultRow[] = [
  broken('lose-agent-completed', {
    id: 'F03-mutant',
    title: 'the platform stores the answer and tells nobody',
    owner: 'LIFE-TERM',
    says: /ms of silence/,
    promises: { deadlines: { terminal_ms: 2_000 } },
  }),
  broken('late-emitter', {
    id: 'F08-mutant',
    title: 'the platform reports progress after the terminal',
    owner: 'LIFE-AFTER',
    says: /progress_update followed it/,
  }),
  broken('lose-tool-completed-on-throw', {
    id: 'F12-mutant',
    title: 'the platform never ends a tool that throws',
    owner: 'PAIR-OPEN',
    says: /left the call open/,
  }),
  broken('effect-twice', {
    id: 'F17-mutant',
    title: 'the platform executes each tool twice',
    owner: 'ONCE-EFFECT',
    says: /something was done twice/,
    journey: counting,
  }),
  broken('swap-order', {
    id: 'F18-mutant',
    title: 'the platform reports tools complete before they execute',
    owner: 'ORD-PAIR',
    entails: ['ORD-PO'],
    says: /must come before/,
  }),
  broken('hide-failure', {
    id: 'F20-mutant',
    title: 'the platform hides that a tool failed',
    owner: 'PAIR-OUTCOME',
    says: /must end as failed/,
    journey: failingTool,
  }),
  broken('cancel-ignored', {
    id: 'F22-mutant',
    title: 'the platform ignores a cancel',
    owner: 'LIFE-CANCEL',
    says: /./,
    journey: cancel,
  }),
  broken('cancel-as-failure', {
    id: 'F23-mutant',
    title: 'the platform reports a cancel as a failure',
    owner: 'LIFE-CANCEL',
    says: /ended with agent_error/,
    journey: cancel,
  }),
  broken('open-door', {
    id: 'D07',
    title: 'the platform lets strangers in',
    owner: 'AUTH-DENY',
    entails: ['ISO-IDENTITY', 'ISO-RUNMIX'],
    says: /may come in/,
    journey: denials,
  }),
  broken('stale-session', {
    id: 'F77-mutant',
    title: 'the platform accepts a token after its logout',
    owner: 'AUTH-STALE',
    says: /may come in/,
    journey: logout,
  }),
  broken('leak-to-neighbour', {
    id: 'F81-mutant',
    title: "the platform sends one user's events to another",
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX', 'ISO-CANARY-TEXT', 'ISO-IDENTITY'],
    says: /must reach nobody but/,
  }),
  broken('resume-loses-gap', {
    id: 'F87-mutant',
    title: 'the platform leaves an event out of its replay',
    owner: 'RES-GAP',
    entails: ['PAIR-OPEN', 'PAIR-ORPHAN', 'TXT-CONCAT'],
    says: /across the time the client was away/,
    journey: resumeEarly,
  }),
  broken('resume-undeclared', {
    id: 'D26',
    title: 'the platform repeats without declaring it',
    owner: 'RES-DUP',
    entails: repeatedAfterTerminal,
    says: /is not marked/,
    journey: resume,
  }),
  broken('resume-altered', {
    id: 'F89-mutant',
    title: 'the platform repeats events with another time',
    owner: 'RES-REPLAY-EQ',
    entails: repeatedAfterTerminal,
    says: /the two differ/,
    journey: resume,
  }),
  broken('deaf-tools', {
    id: 'D16',
    title: 'the platform lets a tool fail because nobody could be told of it',
    owner: 'ONCE-EFFECT',
    says: /never done/,
    journey: absent,
  }),
  broken('phantom-tool', {
    id: 'D17',
    title: 'the platform announces tools and never runs them',
    owner: 'ONCE-EFFECT',
    says: /announced and never done/,
    journey: counting,
  }),
  broken('phantom-tool', {
    id: 'D17-answer',
    title: 'the platform answers without having asked its tools',
    owner: 'TRUTH-ANSWER',
    entails: ['TRUTH-TOOL'],
    says: /the tool it asked for returns that/,
    journey: truth,
  }),
  broken('run-as-recipient', {
    id: 'D30',
    title: 'the platform addresses events to the id of their run',
    owner: 'LIFE-START',
    says: /nothing of it came/,
    promises: { deadlines: { first_event_ms: 500, terminal_ms: 1_500 } },
  }),
  broken('shared-results', {
    id: 'D28',
    title: 'the platform caches tool results for all users together',
    owner: 'ISO-CANARY',
    entails: ['ISO-CANARY-TEXT', 'TRUTH-ANSWER'],
    says: /must reach nobody but/,
  }),
  inPlatform({
    id: 'D34',
    title: 'the platform gives up a run before the tool that it waits for',
    owner: 'LIFE-NEST',
    says: /nobody had given it up/,
    journey: overrun,
    platform: { limits: { runTimeoutMs: 150 } },
  }),
];
