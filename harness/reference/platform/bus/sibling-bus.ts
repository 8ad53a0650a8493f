import type { Bus, BusListener, ControlMessage, Frame } from './bus.ts';

/** What one process of a stack tells its siblings; whoever started them hands it on to all the others, in order. */
export type SiblingMessage =
  | {
      readonly sibling: 'frames';
      readonly userId: string;
      readonly frames: readonly Frame[];
      readonly at: number;
    }
  | { readonly sibling: 'control'; readonly control: ControlMessage };

/**
 * The bus of a platform whose processes are children of one process, over the channel that Node gives every such
 * child. A child that loses its parent has no siblings any more: it is up to it to leave.
 */
export async function openSiblingBus(listener: BusListener): Promise<Bus> {
  const receive = (message: SiblingMessage): void => {
    if (message.sibling === 'control') listener.control(message.control);
    else if (message.sibling === 'frames') {
      void listener.deliver(message.userId, message.frames, message.at);
    }
  };
  process.on('message', receive);
  return {
    publish: async (userId, frames) => {
      const [taken] = await Promise.all([
        listener.deliver(userId, frames),
        tell({ sibling: 'frames', userId, frames, at: Date.now() }),
      ]);
      return taken;
    },
    announce: async (control) => {
      listener.control(control);
      await tell({ sibling: 'control', control });
    },
    ping: async () => {
      if (!process.connected) throw new Error('the process that relays between siblings is gone');
    },
    close: async () => {
      process.off('message', receive);
    },
  };
}

/** What nobody could be told is in the store already. */
function tell(message: SiblingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected || process.send === undefined) resolve();
    else process.send(message, () => resolve());
  });
}
