import type { BusinessValue } from '../../contract/business-value.ts';

export const orderValue: BusinessValue = {
  segment: 'teams that build a client on the event stream',
  goal: 'render events as they come, without sorting and guessing',
  impact: 'states that flicker or stick, and losses that nobody notices',
};
