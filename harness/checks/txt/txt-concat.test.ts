import { expect, it } from 'vitest';
import { judgeHistory } from '../judge/judge-history.ts';
import { converse } from '../testing/conversation.ts';

/** What is said of ada's answer when the piece at this place (0 is the first) never came. */
const saidWithout = (lost: number): string | undefined => {
  const { history } = converse({ alter: (steps) => steps.filter((_, at) => at !== 4 + lost) });
  return judgeHistory(history).find(({ id }) => id === 'TXT-CONCAT')?.witnesses[0]?.must;
};

it('says of the first piece that nothing came before it, and names no record that ends there', () => {
  expect(saidWithout(0)).toMatch(/begin at character 0 because nothing of it came before/u);
});
