import { AIMessage, AIMessageChunk, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { FakeStreamingChatModel } from '@langchain/core/utils/testing';
import { MessagesAnnotation, StateGraph } from '@langchain/langgraph';
import { ToolNode } from '@langchain/langgraph/prebuilt';
import { z } from 'zod';
import { answerTo, runTool, usesIn } from '../servers/asked.ts';

const tools = [
  tool((input) => runTool('echo', input), { name: 'echo', schema: z.object({ text: z.string() }) }),
  tool((input) => runTool('slow', input), {
    name: 'slow',
    schema: z.object({ milliseconds: z.number() }),
  }),
  tool((input) => runTool('fail', input), { name: 'fail', schema: z.object({}) }),
];
let calls = 0;

/** The chunks of one model call: the calls that are asked for, or an answer with what they gave. */
function speak(messages: BaseMessage[]): AIMessageChunk[] {
  const last = messages.at(-1);
  const text = typeof last?.content === 'string' ? last.content : '';
  if (last?.getType() !== 'tool') {
    const uses = usesIn(text);
    if (uses.length > 0) {
      const tool_call_chunks = uses.map(({ name, json }, index) => {
        calls += 1;
        return { type: 'tool_call_chunk' as const, name, args: json, id: `call-${calls}`, index };
      });
      return [new AIMessageChunk({ content: '', tool_call_chunks })];
    }
  }
  const results: string[] = [];
  for (const message of messages.toReversed()) {
    if (!(message instanceof ToolMessage)) break;
    results.unshift(String(message.content));
  }
  const answer = results.length === 0 ? answerTo(text) : `The tools said: ${results.join(' ')}`;
  return (answer.match(/[\s\S]{1,12}/g) ?? []).map((content) => new AIMessageChunk({ content }));
}

async function callModel({ messages }: typeof MessagesAnnotation.State) {
  const model = new FakeStreamingChatModel({ chunks: speak(messages), sleep: 0 });
  return { messages: [await model.invoke(messages)] };
}

const wantsTools = ({ messages }: typeof MessagesAnnotation.State): 'tools' | '__end__' =>
  ((messages.at(-1) as AIMessage).tool_calls?.length ?? 0) > 0 ? 'tools' : '__end__';

export const graph = new StateGraph(MessagesAnnotation)
  .addNode('model', callModel)
  .addNode('tools', new ToolNode(tools, { handleToolErrors: true }))
  .addEdge('__start__', 'model')
  .addConditionalEdges('model', wantsTools)
  .addEdge('tools', 'model')
  .compile();
