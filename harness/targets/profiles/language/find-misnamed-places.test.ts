import { expect, test } from 'vitest';
import type { ProfileConfigInput } from '../../../contract/profile-config.ts';
import { agUi } from '../ag-ui.ts';
import { findProfile } from '../profile-table.ts';

const build = (intents: Partial<ProfileConfigInput['intents']>) => () =>
  findProfile('mine', { mine: { ...agUi, intents: { ...agUi.intents, ...intents } } });

test('a place that nothing fills is refused, with the one that was meant', () => {
  const misspelt = build({ ask: { echo: 'Repeat $texxt' } });
  expect(misspelt).toThrow(
    'intents.ask.echo: nothing fills the place "$texxt" (did you mean "$text"?)',
  );
  const strange = build({ chat: { id: '$key', content: '$nonsense' } });
  expect(strange).toThrow('intents.chat: nothing fills the place "$nonsense"; expected $content,');
});

test('fields of what is asked, optional places and texts of their own are none', () => {
  const sound = build({
    ask: { echo: { tool: 'echo', input: '$text' } },
    chat: { id: '$key', tool: '$tool', thread: '$thread?', price: '$5', see: '#/$defs/x' },
    chatRequest: 'POST /runs/$thread',
  });
  expect(sound).not.toThrow();
});

test('a place of the results of tools is known by its template', () => {
  const clientTools = {
    calls: 'calls',
    call: 'id',
    tool: 'name',
    input: 'input',
    result: { id: '$call', output: '$outptu' },
    next: { input: '$results' },
  };
  const mine = { ...agUi, frames: { ...agUi.frames, clientTools } };
  expect(() => findProfile('mine', { mine })).toThrow('frames.clientTools.result: nothing fills');
});
