import { readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';
import { isReturn } from './on-return.ts';

/** Nothing of a run arrives before the drop, and after it a resume is met with silence. */
export const forgetRun: Damage = (bench) => ({
  received: (message) => (eventOf(message)?.seq === undefined ? [message.text] : []),
  sent(text, lane) {
    if (!isReturn(lane, bench) || readFields(text)['type'] !== 'resume') return [text];
    bench.bite('forgot a run that had shown no event', lane);
    return [];
  },
});
