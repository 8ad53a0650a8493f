import type { AgentBridge } from 'golden-path/reference';
import { openScopedBridge } from '../dispatch/scoped/open-scoped-bridge.ts';

/** Tells a chat that its transcript is on the way. */
export async function announceTranscript(bridge: AgentBridge): Promise<void> {
  await openScopedBridge(bridge).notifyProgress('transcript requested');
}
