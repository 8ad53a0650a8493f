import type { Projected, Projection } from '../../profile.ts';
import { describeProblems } from '../describe-problems.ts';
import { nameIn } from '../name-in.ts';
import { parseFrame } from '../parse-frame.ts';
import { Chain } from './chain.ts';
import { askForTurn, describeSession, giveResult } from './client-events.ts';
import { callsOf, SocketEventSchema, type SocketEvent } from './socket-event.ts';

/** Frames that are known and say only that something goes on. */
const progress =
  /^(response\.(output_item|content_part|output_text|function_call_arguments|output_audio|output_audio_transcript)\.|conversation\.item\.|session\.|rate_limits\.|input_audio_buffer\.)/;

/** Projection of a Realtime socket; it owes the target the results of the tools that run on the client's side. */
export function projectOpenAiRealtime(): Projection {
  const chain = new Chain();
  return {
    sent(text, n) {
      const parsed = parseFrame(text);
      const event = SocketEventSchema.safeParse(parsed.ok ? parsed.fields : undefined);
      if (event.data?.item !== undefined) chain.noteSent(event.data.item, n);
    },
    received(raw): Projected {
      const parsed = parseFrame(raw);
      if (!parsed.ok) return { events: [], problems: [parsed.problem] };
      const event = SocketEventSchema.safeParse(parsed.fields);
      if (event.success) {
        const accepted = chain.enter(event.data);
        const { events, ...rest } = projectEvent(chain, event.data);
        return { events: [...accepted, ...events], ...rest };
      }
      const problems = describeProblems('SCH-FIELD', event.error);
      return { events: [{ kind: 'unknown', name: nameIn(parsed.fields), problems }] };
    },
  };
}

function projectEvent(chain: Chain, event: SocketEvent): Projected {
  const { item } = event;
  switch (event.type) {
    case 'session.created':
      return {
        events: [{ kind: 'connection_established', name: event.type }],
        replies: [describeSession()],
      };
    case 'conversation.item.added':
      if (item?.role === 'user') return { events: [], replies: [askForTurn()] };
      if (item?.type !== 'function_call_output') return { events: chain.goOn(event) };
      return { events: [chain.takeResult(event, item)] };
    case 'response.created':
      return { events: [chain.beginTurn(event)] };
    case 'response.output_item.done':
      if (item?.type !== 'function_call') return { events: chain.goOn(event) };
      return { events: [chain.callTool(event, item)] };
    case 'response.output_text.delta':
    case 'response.output_audio_transcript.delta': {
      const { item_id: message, delta: text } = event;
      return { events: [chain.tell(event, { kind: 'message_delta', message, text })] };
    }
    case 'response.done': {
      const closing = chain.endTurn(event);
      const results = closing.kind === 'progress_update' ? callsOf(event).map(giveResult) : [];
      const replies = results.length === 0 ? [] : [...results, askForTurn()];
      return { events: [closing], replies };
    }
    case 'error': {
      const code = event.error?.code ?? event.error?.message;
      return { events: [chain.tell(event, { kind: 'error', code, run: undefined })] };
    }
    default:
      if (progress.test(event.type)) return { events: chain.goOn(event) };
      return { events: [chain.tell(event, { kind: 'unknown' })] };
  }
}
