import { HarnessError } from '../../contract/harness-error.ts';
import type { ProfileConfigInput } from '../../contract/profile-config.ts';
import { suggest } from '../../contract/suggestion.ts';
import type { Profile } from '../profile.ts';
import { a2a } from './a2a.ts';
import { agUi } from './ag-ui.ts';
import { aiSdkUi } from './ai-sdk-ui.ts';
import { dataEvents, flatEvents, payloadEvents } from './event-shapes.ts';
import { langGraph } from './langgraph.ts';
import { buildProfile } from './language/build-profile.ts';
import { mcp } from './mcp.ts';
import { openAiRealtime } from './openai-realtime.ts';
import { openAiResponses, openAiResponsesSocket } from './openai-responses.ts';
import { referenceProfile } from './reference/index.ts';
import { socketIo, socketIoRecovery } from './socket-io.ts';

/** Built-in profiles that are written as data. */
export const profileConfigs: Readonly<Record<string, ProfileConfigInput>> = {
  'events-payload': payloadEvents,
  'events-data': dataEvents,
  'events-flat': flatEvents,
  'ag-ui': agUi,
  'ai-sdk-ui': aiSdkUi,
  'openai-responses': openAiResponses,
  'openai-responses-socket': openAiResponsesSocket,
  'openai-realtime': openAiRealtime,
  langgraph: langGraph,
  a2a,
  mcp,
  'socket-io': socketIo,
  'socket-io-recovery': socketIoRecovery,
};

const written: Readonly<Record<string, Profile>> = {
  reference: referenceProfile,
};

/** Every built-in profile by name. */
export const profileNames: readonly string[] = [
  ...Object.keys(written),
  ...Object.keys(profileConfigs),
];

/** A profile of the configuration, or a built-in one. Throws `CONFIG_INVALID` with a suggestion when there is none. */
export function findProfile(
  name: string,
  own: Readonly<Record<string, ProfileConfigInput>> = {},
): Profile {
  const mine = own[name];
  if (mine !== undefined) return buildProfile(name, mine, 'own');
  const config = profileConfigs[name];
  const profile = config === undefined ? written[name] : buildProfile(name, config);
  if (profile !== undefined) return profile;
  const guess = suggest(name, [...Object.keys(own), ...profileNames]);
  const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
  throw new HarnessError('CONFIG_INVALID', `there is no profile "${name}"${hint}`);
}
