/** The AG-UI mock of aimock: it plays the events that a run asks for. */
import { AGUIMock } from '@copilotkit/aimock';
import { answerTo, usesIn } from './asked.ts';
import { ready } from './ready.ts';

interface Input {
  threadId: string;
  runId: string;
  messages: { role: string; content: string }[];
}
type Event = Record<string, unknown>;

let calls = 0;

function play({ threadId, runId, messages }: Input): Event[] {
  const text = messages.at(-1)?.content ?? '';
  const uses = usesIn(text).map((use) => ({ ...use, toolCallId: `call-${(calls += 1)}` }));
  const results = uses.map(({ name, json }) => (name === 'fail' ? 'failed as asked' : json));
  const messageId = `answer-${runId}`;
  const answer = uses.length === 0 ? answerTo(text) : `The tools said: ${results.join(' ')}`;
  return [
    { type: 'RUN_STARTED', threadId, runId },
    { type: 'REASONING_START', messageId: `thought-${runId}` },
    { type: 'REASONING_END', messageId: `thought-${runId}` },
    ...uses.flatMap(({ name, json, toolCallId }) => [
      { type: 'TOOL_CALL_START', toolCallId, toolCallName: name },
      { type: 'TOOL_CALL_ARGS', toolCallId, delta: json },
      { type: 'TOOL_CALL_END', toolCallId },
    ]),
    ...uses.map(({ name, toolCallId }, index) => ({
      type: 'TOOL_CALL_RESULT',
      messageId: `result-${toolCallId}`,
      toolCallId,
      content: results[index],
      ...(name === 'fail' ? { error: 'failed as asked' } : {}),
    })),
    { type: 'TEXT_MESSAGE_START', messageId, role: 'assistant' },
    ...(answer.match(/[\s\S]{1,12}/g) ?? []).map((delta) => ({
      type: 'TEXT_MESSAGE_CONTENT',
      messageId,
      delta,
    })),
    { type: 'TEXT_MESSAGE_END', messageId },
    { type: 'RUN_FINISHED', threadId, runId },
  ];
}

const server = new AGUIMock({ port: 0 });
let input: Input | undefined;
server.addFixture({
  match: {
    predicate: (asked: unknown) => {
      input = asked as Input;
      return true;
    },
  },
  // Read right after the predicate of the same request.
  get events() {
    return input === undefined ? [] : (play(input) as never[]);
  },
});
ready(await server.start());
