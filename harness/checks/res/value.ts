import type { BusinessValue } from '../../contract/business-value.ts';

export const resumeValue: BusinessValue = {
  segment: 'everyone on a train, in a lift, or behind a proxy that restarts',
  goal: 'come back and find the answer as if they had never been away',
  impact: 'answers lost or doubled after every short loss of the network',
};
