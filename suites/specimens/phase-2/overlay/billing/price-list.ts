import { offerTool } from '../dispatch/index.ts';
import { formatCents } from './money.ts';

const prices: Readonly<Record<string, number>> = { starter: 900, team: 4_900, company: 19_900 };

export function offerPriceList(): void {
  offerTool({
    name: 'price_of',
    description: 'Says what a plan costs a month',
    run: async (parameters) => formatCents(prices[String(parameters['plan'])] ?? 0),
  });
}
