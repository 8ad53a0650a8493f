import { readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { onReturn } from './on-return.ts';

/** A resumed run goes by another id from then on. */
export const renameOnReturn: Damage = onReturn('gave a resumed run another id', () => {
  const resumed = new Set<string>();
  return {
    sent(text) {
      const { type, run_id } = readFields(text);
      if (type === 'resume') resumed.add(String(run_id));
      return [text];
    },
    received(message, _, bite) {
      const [event] = message.events;
      const { run } = event ?? {};
      if (run === undefined || !resumed.has(run) || event?.kind === 'resume_completed') {
        return [message.text];
      }
      bite();
      return [message.text.replaceAll(run, `${run}-again`)];
    },
  };
});
