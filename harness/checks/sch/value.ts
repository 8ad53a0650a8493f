import type { BusinessValue } from '../../contract/business-value.ts';

export const schemaValue: BusinessValue = {
  segment: 'teams that build a client on the event stream',
  goal: 'read every event without special cases per code path',
  impact: 'clients that break, or drop events in silence, after a harmless-looking change',
};
