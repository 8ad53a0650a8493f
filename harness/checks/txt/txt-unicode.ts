import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { textValue } from './value.ts';

const replacement = '\uFFFD';
const beyondAscii = /[^\0-\x7F]/;

/** Exercised only by text beyond ASCII: no other text can be split inside a character. */
export const txtUnicode: CheckDeclaration = {
  id: 'TXT-UNICODE',
  level: 'MUST',
  title: 'no character is torn apart',
  requirement: 'No text holds half a surrogate pair, or a replacement character that nobody sent.',
  reason:
    'Text cut between two bytes of a character shows as a black diamond and can never be repaired.',
  value: textValue,
  scope: 'connection',
  hears: ['agent_thinking', 'tool_completed', 'message_delta', 'agent_completed', 'sent'],
  provenBy: ['F35'],
  leftGreenBy: ['K13', 'K15'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const ownWords = context.perConnection((): { replacement: boolean } => ({ replacement: false }));
  return {
    step(record, event) {
      if (record.type !== 'frame') return;
      if (record.direction === 'sent' && record.raw.includes(replacement)) {
        ownWords(record.connection).replacement = true;
      }
      const text = event?.text;
      if (text === undefined || !beyondAscii.test(text)) return;
      findings.meet();
      const place = text.indexOf(replacement);
      const torn = !text.isWellFormed();
      if (!torn && (place < 0 || ownWords(record.connection).replacement)) return;
      findings.fail(
        [record.n],
        'Text must be made of whole characters because half of one cannot be shown.',
        `However, record ${record.n} holds ${torn ? 'half a surrogate pair' : `a replacement character at ${place}`}.`,
      );
    },
    end: () => findings.outcome(),
  };
}
