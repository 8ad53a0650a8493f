import { dropEvents } from './drop-events.ts';

export const loseAgentCompleted = dropEvents(
  'The answer is stored, but nobody is told that the run is complete.',
  ({ type }) => type === 'agent_completed',
);
