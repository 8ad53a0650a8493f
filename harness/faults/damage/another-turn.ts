import { edit } from '../proxy/edit.ts';
import { reworkRun } from './whole-run.ts';

/** The events of one turn, under ids of its own. */
function turn(texts: readonly string[], name: string): string[] {
  return texts.map((text) =>
    edit(
      text
        .replaceAll(/"tool_call_id":"([^"]+)"/g, `"tool_call_id":"$1-${name}"`)
        .replaceAll(/"message_id":"([^"]+)"/g, `"message_id":"$1-${name}"`)
        .replace(/"event_id":"([^"]+)"/, `"event_id":"$1-${name}"`),
      { turn: name },
    ),
  );
}

/** The victim's first run says everything in a second turn again. */
export const anotherTurn = reworkRun('added a turn', (texts) => [
  ...turn(texts, 't1'),
  ...turn(texts, 't2'),
]);
