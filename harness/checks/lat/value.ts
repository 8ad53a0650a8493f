import type { BusinessValue } from '../../contract/business-value.ts';

export const latencyValue: BusinessValue = {
  segment: 'everyone who waits for an answer',
  goal: 'see at once that something happens, and get the answer in time',
  impact: 'people who send the question twice or leave',
};
