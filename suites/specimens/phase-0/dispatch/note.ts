import { debuglog } from 'node:util';

/** Shown with NODE_DEBUG=desk; production runs without, the volume was too expensive. */
export const note = debuglog('desk');
