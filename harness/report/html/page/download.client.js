/** Offers the embedded result as a file. @param {string} json */
export function offerDownload(json) {
  for (const button of document.querySelectorAll('button[data-download]')) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
      link.download = button.dataset['download'] ?? 'result.json';
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
}
