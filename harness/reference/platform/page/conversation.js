import { ExchangeView } from './exchange-view.js';
import { RunFeed } from './run-feed.js';

/** The thread on the screen: its exchanges, the runs behind them, and what is not acknowledged yet. */
export class Conversation {
  #root;
  #link;
  #session;
  #onThread;
  #runs = new Map();
  #unacknowledged = new Map();
  #isLoaded = true;
  /** How often a thread was opened: an answer that comes after the next one was opened is stale. */
  #visits = 0;
  threadId;

  /** `onThread` is called when a message made a new thread. */
  constructor(root, { link, session, onThread }) {
    this.#root = root;
    this.#link = link;
    this.#session = session;
    this.#onThread = onThread;
  }

  /** Shows a thread; undefined starts a new one. Throws when it cannot be loaded; `resume` tries again. */
  async show(threadId) {
    const visit = (this.#visits += 1);
    this.threadId = threadId;
    this.#runs.clear();
    this.#unacknowledged.clear();
    this.#root.replaceChildren();
    this.#isLoaded = threadId === undefined;
    if (threadId === undefined) return;
    const { messages } = await this.#session.get(`/threads/${threadId}/messages`);
    if (visit !== this.#visits) return;
    this.#isLoaded = true;
    const answers = new Map(
      messages
        .filter(({ role }) => role === 'assistant')
        .map((message) => [message.run_id, message]),
    );
    for (const { run_id: runId, content } of messages.filter(({ role }) => role === 'user')) {
      const view = this.#addExchange(content, runId);
      const answer = answers.get(runId);
      if (answer === undefined) this.#follow(runId, view);
      else view.showStored(answer.content);
    }
    this.#requestMissing();
  }

  send(content) {
    const key = crypto.randomUUID();
    const view = this.#addExchange(content);
    const request = {
      type: 'chat_message',
      content,
      idempotency_key: key,
      ...(this.threadId === undefined ? {} : { thread_id: this.threadId }),
    };
    this.#unacknowledged.set(key, { request, view });
    this.#link.send(request);
  }

  /** After a reconnect: asks for what was missed, and repeats what may never have arrived. */
  async resume() {
    if (!this.#isLoaded) await this.show(this.threadId);
    this.#requestMissing();
  }

  #requestMissing() {
    for (const [runId, { feed }] of this.#runs) if (!feed.ended) this.#requestRest(runId, feed);
    for (const { request } of this.#unacknowledged.values()) this.#link.send(request);
  }

  take(frame) {
    if (frame.type === 'message_accepted') this.#acknowledge(frame);
    else if (frame.type === 'error') this.#refuse(frame);
    else if (frame.seq !== undefined) this.#takeEvent(frame);
  }

  #acknowledge({ idempotency_key: key, run_id: runId, thread_id: threadId }) {
    const sent = this.#unacknowledged.get(key);
    if (sent === undefined) return;
    this.#unacknowledged.delete(key);
    sent.view.runId = runId;
    if (!this.#runs.has(runId)) this.#follow(runId, sent.view);
    if (this.threadId !== undefined) return;
    this.threadId = threadId;
    this.#onThread(threadId);
  }

  #refuse({ in_reply_to: subject, code, message }) {
    const sent = this.#unacknowledged.get(subject);
    const run = code === 'RUN_ENDED' ? undefined : this.#runs.get(subject);
    this.#unacknowledged.delete(subject);
    this.#runs.delete(run && subject);
    (sent ?? run)?.view.showProblem(message);
  }

  #takeEvent(event) {
    const run = this.#runs.get(event.run_id);
    if (run === undefined) {
      // Another tab of this user asked something in the thread on this screen.
      if (event.type === 'agent_started' && event.thread_id === this.threadId) {
        void this.show(this.threadId);
      }
      return;
    }
    if (!run.feed.take(event)) this.#requestRest(event.run_id, run.feed);
    this.#stayAtEnd();
  }

  #follow(runId, view) {
    this.#runs.set(runId, { feed: new RunFeed((event) => view.apply(event)), view });
  }

  #requestRest(runId, feed) {
    this.#link.send({ type: 'resume', run_id: runId, after_seq: feed.lastSeq });
  }

  #addExchange(content, runId) {
    const view = new ExchangeView(content, () => {
      this.#link.send({ type: 'cancel', run_id: view.runId });
    });
    view.runId = runId;
    this.#root.append(view.root);
    view.root.scrollIntoView({ block: 'end' });
    return view;
  }

  /** Follows the growing answer, unless the reader has scrolled up to read. */
  #stayAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#root;
    if (scrollHeight - scrollTop - clientHeight < 120) this.#root.scrollTop = scrollHeight;
  }
}
