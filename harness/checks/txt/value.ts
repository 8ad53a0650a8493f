import type { BusinessValue } from '../../contract/business-value.ts';

export const textValue: BusinessValue = {
  segment: 'everyone who reads an answer while it streams',
  goal: 'read exactly what the agent said, in every language',
  impact: 'missing words, doubled words and broken letters in the middle of an answer',
};
