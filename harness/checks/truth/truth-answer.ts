import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { truthValue } from './value.ts';

/** Answers remembered: more than any client waits for at a time. */
const remembered = 64;

interface Known {
  readonly n: number;
  readonly answer: string;
  readonly user: string;
  /** Where it was answered, once it was and the target says so. */
  thread: string | undefined;
}

/**
 * The journey knows the answer because it made it up: a nonce that only went through the tool. What stands around it
 * is the target's own wording and not judged; that the tool ran is LIFE-WORK's.
 */
export const truthAnswer: CheckDeclaration = {
  id: 'TRUTH-ANSWER',
  level: 'MUST',
  title: 'the answer is the one the tool gave',
  requirement:
    'Where the journey knows the answer, the final event holds it, to its last character, and holds the answer to no question of another conversation.',
  reason:
    'Canned replies, phantom tools, cut results and caches that mix questions up all look like answers; words around a nonce are how a model talks.',
  value: truthValue,
  scope: 'run',
  hears: ['act', 'agent_completed'],
  provenBy: ['D10', 'D17', 'D32'],
  leftGreenBy: ['K05', 'K15'],
  open() {
    const findings = new Findings();
    const asked: Known[] = [];
    return {
      step(record, event, run) {
        if (record.type === 'act' && record.answer !== undefined) {
          asked.push({ n: record.n, answer: record.answer, user: record.user, thread: undefined });
          if (asked.length > remembered) asked.shift();
        }
        const wanted = run?.asked?.answer;
        if (wanted === undefined || run?.asked === undefined || run.terminal !== record.n) return;
        findings.meet();
        const text = event?.text ?? '';
        const own = asked.find(({ n }) => n === run.asked?.n);
        if (own !== undefined) own.thread = run.thread;
        const other = asked.find(
          (known) =>
            !wanted.includes(known.answer) &&
            text.includes(known.answer) &&
            (own === undefined || !shareConversation(own, known)),
        );
        if (!text.includes(wanted)) {
          findings.fail(
            [run.asked.n, record.n],
            `The answer of run ${run.id} must hold ${JSON.stringify(wanted)} because the tool it asked for returns that.`,
            `However, record ${record.n} answers ${JSON.stringify(event?.text?.slice(0, 80) ?? null)}.`,
          );
        } else if (other !== undefined) {
          findings.fail(
            [other.n, run.asked.n, record.n],
            `The answer of run ${run.id} must hold nothing but its own because record ${run.asked.n} asks for that alone.`,
            `However, record ${record.n} also answers what record ${other.n} asked: ${JSON.stringify(other.answer)}.`,
          );
        }
      },
      end: () => findings.outcome(),
    };
  },
};

/** A model that remembers a conversation may come back to what was asked there before; without threads, a person has one. */
function shareConversation(one: Known, other: Known): boolean {
  if (one.user !== other.user) return false;
  return one.thread === undefined || other.thread === undefined || one.thread === other.thread;
}
