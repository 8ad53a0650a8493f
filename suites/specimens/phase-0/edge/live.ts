import { LiveChannel } from './live-channel.ts';

/** One for the process: tools have no other way to reach the edge. */
export const live = new LiveChannel();
