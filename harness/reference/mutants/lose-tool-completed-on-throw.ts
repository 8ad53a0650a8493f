import { dropEvents } from './drop-events.ts';

export const loseToolCompletedOnThrow = dropEvents(
  'A tool that throws is announced and never ended.',
  (draft) => draft.type === 'tool_completed' && draft.payload.status === 'failed',
);
