import type { BusinessValue } from '../../contract/business-value.ts';

export const pressureValue: BusinessValue = {
  segment: 'the team that runs the platform',
  goal: 'have one slow or greedy client hurt nobody but itself',
  impact: 'a server out of memory because one laptop went to sleep',
};
