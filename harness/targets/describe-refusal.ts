import type { RecordOf } from '../contract/history.ts';
import { showRaw } from './show-raw.ts';

type Refusal = Pick<RecordOf<'open'>, 'outcome' | 'status' | 'detail'>;

/** How a target answered what it did not take, in a few words: status, and the text of a page without its tags. */
export function describeRefusal({ outcome, status, detail = '' }: Refusal): string {
  if (outcome === 'stalled') return 'not answered at all';
  const text = /^\s*<(!doctype|html)/i.test(detail) ? detail.replaceAll(/<[^>]*>/g, ' ') : detail;
  const words = showRaw(text)
    .trim()
    .replace(new RegExp(`^(answered|${status}) `), '');
  return `answered ${[status ?? 'without a status', words].join(' ').trim()}`;
}

/** What a profile may lack so that a message is refused like this. */
export function missingFor({ status = 0 }: Refusal): string {
  if (status === 401 || status === 403) {
    return 'what lets a user in: transport.login and headers of the profile, or the users of the configuration';
  }
  if (status === 404 || status === 405) return 'the right path (give it in the URL)';
  if (status === 400 || status === 415 || status === 422) return 'another shape of intents.chat';
  if (status >= 500) return 'nothing, where the target is broken; its log says more';
  return 'the right path (give it in the URL) or another shape of intents.chat';
}
