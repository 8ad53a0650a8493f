import { formatCount } from './format-count.ts';

/** `1 check`, `12 480 checks`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : nouns}`;
}
