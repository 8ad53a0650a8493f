import type { BusinessValue } from '../../contract/business-value.ts';

export const lifeValue: BusinessValue = {
  segment: 'everyone who chats',
  goal: 'see that the agent took the question up and when it is done',
  impact: 'a spinner that never ends, or an answer that is taken for complete and is not',
};
