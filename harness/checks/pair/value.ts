import type { BusinessValue } from '../../contract/business-value.ts';

export const pairValue: BusinessValue = {
  segment: 'people who follow what the agent does with their tools',
  goal: 'trust that every tool that was started also ended, and how',
  impact: 'tools that seem to run for ever, and results nobody can place',
};
