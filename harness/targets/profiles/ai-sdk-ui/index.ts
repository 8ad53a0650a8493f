import type { Profile } from '../../profile.ts';
import { openSseLink } from '../../transports/open-sse-link.ts';
import { bearerOf, loginWithKey } from '../login-with-key.ts';
import { modelPromises } from '../model-promises.ts';
import { tellingParts } from './chunk.ts';
import { aiSdkUiIntents } from './intents.ts';
import { projectAiSdkUi } from './project.ts';

/** A chat route that streams UI messages of the Vercel AI SDK, version 1 of the stream, at its usual path. */
export const aiSdkUiProfile: Profile = {
  name: 'ai-sdk-ui',
  transport: {
    via: 'header',
    streamPerMessage: true,
    login: loginWithKey,
    connect: (baseUrl, credentials, listener, deadlines) =>
      openSseLink(
        `${baseUrl}/api/chat`,
        { headers: bearerOf(credentials), endMark: '[DONE]' },
        listener,
        deadlines,
      ),
  },
  intents: aiSdkUiIntents,
  promises: {
    ...modelPromises,
    // An error ends the run; the parts that close its step and its message still follow.
    terminal: { per: 'run', allowed_after: ['progress_update'] },
    answer: 'joined',
    transport: 'stream',
  },
  names: tellingParts,
  project: projectAiSdkUi,
};
