import type { Page } from 'playwright';
import type { History } from '../../contract/history.ts';
import type { Target } from '../../targets/target.ts';
import type { User } from '../../targets/user.ts';
import { describeHistory } from '../describe-history.ts';
import { FileSink } from '../recorder/file-sink.ts';
import { watchLag } from '../recorder/lag-watch.ts';
import { MemorySink } from '../recorder/memory-sink.ts';
import { Recorder } from '../recorder/recorder.ts';
import { PageLane } from './page-lane.ts';

export interface PageRecording {
  /** Records what crosses the sockets of this page from now on. */
  follow(page: Page, user: User): Promise<PageLane>;
  /** Keeps this string out of the history. */
  hide(secret: string): void;
  /** Stops recording and gives what crossed the pages' sockets. */
  finish(): History;
}

/**
 * Records the WebSocket frames of pages into the same history the probes write, so that the same checks judge what
 * a browser really sent and received. Follow a page before it opens its socket.
 */
export function recordPages(
  target: Target,
  options: { readonly journey: string; readonly seed: string; readonly file?: string | undefined },
): PageRecording {
  const memory = new MemorySink();
  const sinks = options.file === undefined ? [memory] : [memory, new FileSink(options.file)];
  const recorder = new Recorder(describeHistory(target, options.journey, options.seed), sinks);
  const stopWatching = watchLag((ms) => recorder.add({ type: 'harness', notice: 'lag', ms }));
  const lanes: PageLane[] = [];
  return {
    async follow(page, { name, password }) {
      recorder.redaction.add(password);
      const nth = lanes.filter(({ user }) => user === name).length + 1;
      const connection = `${name}#page${nth === 1 ? '' : `-${nth}`}`;
      const lane = new PageLane(recorder, target, { user: name, connection });
      lanes.push(lane);
      await lane.attach(page);
      return lane;
    },
    hide: (secret) => void recorder.redaction.add(secret),
    finish() {
      stopWatching();
      for (const lane of lanes) lane.finish();
      recorder.add({ type: 'end', reason: 'complete' });
      recorder.close();
      return memory.history;
    },
  };
}
