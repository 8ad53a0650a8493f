import { expect, it } from 'vitest';
import { createTickets } from './tickets.ts';

const anna = { userId: 'anna', sessionId: 's' };

it('a ticket is good once', () => {
  const tickets = createTickets();
  const ticket = tickets.issue(anna);
  expect(tickets.redeem(ticket)).toEqual(anna);
  expect(tickets.redeem(ticket)).toBeUndefined();
  expect(tickets.redeem('made up')).toBeUndefined();
});

it('a ticket runs out', () => {
  let now = 0;
  const tickets = createTickets(() => now);
  const ticket = tickets.issue(anna);
  now = tickets.lifetime * 1000;
  expect(tickets.redeem(ticket)).toBeUndefined();
});

it('who hoards tickets loses the oldest', () => {
  const tickets = createTickets();
  const first = tickets.issue(anna);
  for (let number = 0; number < 10_000; number += 1) tickets.issue(anna);
  expect(tickets.redeem(first)).toBeUndefined();
});
