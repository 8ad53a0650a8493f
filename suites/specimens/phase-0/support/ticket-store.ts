interface Ticket {
  readonly userId: string;
  readonly subject: string;
  level: number;
}

const tickets: Ticket[] = [];

/** Gives the number of the ticket, from 1. */
export function openTicket(userId: string, subject: string): number {
  return tickets.push({ userId, subject, level: 1 });
}

/** Gives the new level; 0 when there is no such ticket of this customer. */
export function raiseTicket(userId: string, number: number): number {
  const ticket = tickets[number - 1];
  if (ticket === undefined || ticket.userId !== userId) return 0;
  ticket.level += 1;
  return ticket.level;
}
