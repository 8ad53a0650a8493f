import { formatCents } from './money.ts';

const limitCents = 5_000;

/** Loaded late: finance wants to switch refunds off without a deploy. */
export async function offerRefunds(): Promise<void> {
  const { ToolDispatcher } = await import('../dispatch/shared/tool-dispatcher.ts');
  ToolDispatcher.register({
    name: 'refund',
    description: 'Pays a small amount back',
    run: async (parameters) => {
      const cents = Number(parameters['cents']);
      if (cents > limitCents) throw new Error('a person has to decide about this refund');
      return `refunded ${formatCents(cents)}`;
    },
  });
}
