import type { Profile } from '../../profile.ts';
import { openWebSocketLink } from '../../transports/websocket-link.ts';
import { bearerOf, loginWithKey } from '../login-with-key.ts';
import { modelPromises } from '../model-promises.ts';
import { openAiRealtimeIntents } from './intents.ts';
import { projectOpenAiRealtime } from './project.ts';

/** A socket of the OpenAI Realtime interface (its general release), text only, with tools that the client runs. */
export const openAiRealtimeProfile: Profile = {
  name: 'openai-realtime',
  transport: {
    via: 'header',
    login: loginWithKey,
    connect(baseUrl, credentials, listener, deadlines) {
      const url = `${baseUrl.replace(/^http/, 'ws')}/v1/realtime?model=gpt-realtime`;
      const options = { protocols: [], headers: bearerOf(credentials) };
      return openWebSocketLink(url, options, listener, deadlines);
    },
  },
  intents: openAiRealtimeIntents,
  promises: {
    ...modelPromises,
    kinds: { ...modelPromises.kinds, agent_thinking: 'absent', tool_completed: 'derived' },
  },
  names: [
    'session.*',
    'conversation.item.*',
    'response.created',
    'response.output_item.*',
    'response.output_text.*',
    'response.done',
    'error',
  ],
  project: projectOpenAiRealtime,
};
