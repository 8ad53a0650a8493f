import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../store/open-database.ts';
import { createStore, type Store } from '../store/store.ts';
import { createTickets } from './tickets.ts';

const anna = { userId: 'anna', sessionId: 's' };
let store: Store;

beforeEach(async () => {
  store = await createStore(await openDatabase(''));
});
afterEach(() => store.close());

it('a ticket is good once', async () => {
  const tickets = createTickets(store.tickets);
  const ticket = await tickets.issue(anna);
  await expect(tickets.redeem(ticket)).resolves.toEqual(anna);
  await expect(tickets.redeem(ticket)).resolves.toBeUndefined();
  await expect(tickets.redeem('made up')).resolves.toBeUndefined();
});

it('a ticket runs out, and is forgotten when the next one is issued', async () => {
  let now = 0;
  const tickets = createTickets(store.tickets, () => now);
  const [first, second] = [await tickets.issue(anna), await tickets.issue(anna)];
  now = tickets.lifetime * 1000;
  await expect(tickets.redeem(first)).resolves.toBeUndefined();
  const third = await tickets.issue(anna);
  now = 0;
  await expect(tickets.redeem(second)).resolves.toBeUndefined();
  await expect(tickets.redeem(third)).resolves.toEqual(anna);
});
