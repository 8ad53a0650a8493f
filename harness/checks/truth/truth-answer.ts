import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { truthValue } from './value.ts';

/** Answers remembered: more than any client waits for at a time. */
const remembered = 64;

interface Known {
  readonly n: number;
  readonly answer: string;
  readonly user: string;
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
    'Where the journey knows the answer, the final event holds it, to its last character, and holds the answer to nobody else’s question.',
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
          asked.push({ n: record.n, answer: record.answer, user: record.user });
          if (asked.length > remembered) asked.shift();
        }
        const wanted = run?.asked?.answer;
        if (wanted === undefined || run?.asked === undefined || run.terminal !== record.n) return;
        findings.meet();
        const text = event?.text ?? '';
        const asking = asked.find(({ n }) => n === run.asked?.n)?.user;
        // A model that remembers a conversation may come back to what the same person asked before.
        const other = asked.find(
          ({ answer, user }) =>
            user !== asking && !wanted.includes(answer) && text.includes(answer),
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
