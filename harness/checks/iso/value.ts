import type { BusinessValue } from '../../contract/business-value.ts';

export const isolationValue: BusinessValue = {
  segment: 'every customer who shares the platform with another one',
  goal: 'keep their conversations to themselves',
  impact: 'a breach of confidence that ends contracts and has to be reported',
};
