import type { AgentBridge } from 'golden-path/reference';

/** Tells a chat that its transcript is on the way. */
export async function announceTranscript(bridge: AgentBridge): Promise<void> {
  await bridge.notifyProgress({ status: 'transcript requested' });
}
