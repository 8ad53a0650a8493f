/** Offers the copy buttons where the browser can copy. */
export function offerCopying() {
  if (navigator.clipboard === undefined) return;
  for (const button of document.querySelectorAll('button[data-copy]')) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      void copy(button);
    });
  }
}

/** @param {HTMLElement} button */
async function copy(button) {
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
  button.textContent = 'copied';
}
