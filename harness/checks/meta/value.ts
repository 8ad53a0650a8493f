import type { BusinessValue } from '../../contract/business-value.ts';

export const harnessValue: BusinessValue = {
  segment: 'everyone who decides by a verdict of this harness',
  goal: 'know when the harness, and not the target, is at fault',
  impact: 'a migration stopped, or waved through, because of a broken instrument',
};
