import type { BusinessValue } from '../../contract/business-value.ts';

export const truthValue: BusinessValue = {
  segment: 'customers who act on what the agent reports',
  goal: 'trust that what is announced has happened',
  impact: 'decisions taken on invented results, and outages behind green health checks',
};
