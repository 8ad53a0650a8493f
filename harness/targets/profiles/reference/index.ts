import { eventKinds } from '../../../contract/event-kind.ts';
import type { Profile } from '../../profile.ts';
import { referenceIntents } from './intents.ts';
import { projectReference } from './project.ts';
import { referencePromises } from './promises.ts';
import { referenceTransport } from './transport.ts';

/** The wire of the reference platform; a bare URL is taken to speak it. */
export const referenceProfile: Profile = {
  name: 'reference',
  transport: referenceTransport,
  intents: referenceIntents,
  promises: referencePromises,
  names: eventKinds.filter((kind) => kind !== 'unknown'),
  project: projectReference,
};
