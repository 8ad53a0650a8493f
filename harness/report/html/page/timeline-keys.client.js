/**
 * What each key means on a timeline. Plain letters are left to screen readers.
 * @typedef {'previous' | 'next' | 'above' | 'below' | 'first' | 'last' | 'closer' | 'wider' | 'fit'} Move
 */

/** @type {Readonly<Record<string, Move>>} */
const moves = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
  '+': 'closer',
  '=': 'closer',
  '-': 'wider',
  0: 'fit',
};

/** @param {KeyboardEvent} event @returns {Move | undefined} */
export function moveOf(event) {
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
}
