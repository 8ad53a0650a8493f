import { element } from './element.js';

const outcomeWords = {
  running: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  timed_out: 'timed out',
  refused: 'refused',
};

function formatDuration(ms) {
  if (ms < 1) return '< 1 ms';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** One question and what became of it: thought, tools with their durations, the answer as it grows. */
export class ExchangeView {
  #status = element('span', { textContent: 'Sending…' });
  #cancel = element('button', { type: 'button', textContent: 'Cancel', hidden: true });
  #tools = element('ul', { className: 'tools', hidden: true });
  #answer = element('p', { className: 'answer', role: 'group', ariaLabel: 'Answer' });
  #problem = element('p', { className: 'problem', hidden: true });
  #reply;
  #ticking = new Map();
  #timer;

  constructor(question, onCancel) {
    this.#tools.setAttribute('aria-label', 'Tool activity');
    this.#cancel.addEventListener('click', () => {
      this.#cancel.disabled = true;
      onCancel();
    });
    this.#reply = element(
      'div',
      { className: 'reply' },
      element('p', { className: 'status' }, this.#status, this.#cancel),
      this.#tools,
      this.#answer,
      this.#problem,
    );
    this.root = element(
      'article',
      { className: 'exchange' },
      element('p', { className: 'question', textContent: question }),
      this.#reply,
    );
  }

  /** An exchange that is over: only the answer is left of it. */
  showStored(answer) {
    this.#answer.textContent = answer;
    this.#status.parentElement.hidden = true;
  }

  showProblem(text) {
    this.#finish('Not sent');
    this.#problem.textContent = text;
    this.#problem.hidden = false;
  }

  /** Applies one event of the run. */
  apply({ type, payload }) {
    const show = {
      agent_started: () => this.#start(),
      agent_thinking: () => this.#say(payload.reasoning),
      tool_executing: () => this.#startTool(payload),
      tool_completed: () => this.#endTool(payload),
      progress_update: () => this.#showProgress(payload),
      message_delta: () => this.#answer.append(payload.text),
      agent_completed: () => this.#complete(payload),
      agent_cancelled: () => this.#finish('Cancelled'),
      agent_error: () => this.#fail(payload),
    }[type];
    show?.();
  }

  #start() {
    this.#reply.setAttribute('aria-busy', 'true');
    this.#cancel.hidden = false;
    this.#say('Started');
  }

  #say(text) {
    this.#status.textContent = text;
  }

  #startTool({ tool_call_id: id, tool_name: name, parameters }) {
    const duration = element('span', { className: 'duration' });
    const outcome = element('span', { className: 'outcome', textContent: outcomeWords.running });
    const row = element(
      'li',
      { data: { outcome: 'running' } },
      element('span', { className: 'name', textContent: name, title: JSON.stringify(parameters) }),
      outcome,
      duration,
    );
    this.#tools.append(row);
    this.#tools.hidden = false;
    this.#ticking.set(id, { row, outcome, duration, startedAt: performance.now() });
    this.#timer ??= setInterval(() => this.#tick(), 100);
  }

  #endTool({ tool_call_id: id, status, error, execution_time_ms: ms }) {
    const tool = this.#ticking.get(id);
    if (tool === undefined) return;
    this.#ticking.delete(id);
    tool.row.dataset.outcome = status;
    tool.outcome.textContent = outcomeWords[status];
    tool.outcome.title = error?.message ?? '';
    tool.duration.textContent = formatDuration(ms);
  }

  #showProgress({ status, tool_name: name, code }) {
    if (status !== 'tool_refused') {
      this.#say(status);
      return;
    }
    const outcome = element('span', {
      className: 'outcome',
      textContent: outcomeWords.refused,
      title: code,
    });
    this.#tools.append(
      element(
        'li',
        { data: { outcome: 'refused' } },
        element('span', { className: 'name', textContent: name }),
        outcome,
      ),
    );
    this.#tools.hidden = false;
  }

  #tick() {
    const now = performance.now();
    for (const { duration, startedAt } of this.#ticking.values()) {
      duration.textContent = formatDuration(now - startedAt);
    }
  }

  #complete({ result, execution_time_ms: ms }) {
    this.#answer.textContent = result;
    this.#finish(`Done in ${formatDuration(ms)}`);
  }

  #fail({ error_message: message }) {
    this.#finish('Failed');
    this.#problem.textContent = message;
    this.#problem.hidden = false;
  }

  #finish(word) {
    clearInterval(this.#timer);
    this.#say(word);
    this.#cancel.hidden = true;
    this.#reply.setAttribute('aria-busy', 'false');
  }
}
