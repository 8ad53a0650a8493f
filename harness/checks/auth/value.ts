import type { BusinessValue } from '../../contract/business-value.ts';

export const authValue: BusinessValue = {
  segment: 'whoever answers for the security of the platform',
  goal: 'let in exactly those who may come in, and say clearly why the others may not',
  impact: 'open doors nobody notices, and clients that hammer a closed one for ever',
};
