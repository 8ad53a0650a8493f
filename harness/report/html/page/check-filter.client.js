/** Lets the reader narrow the checks by standing and by words. @param {HTMLElement} filter */
export function openCheckFilter(filter) {
  filter.hidden = false;
  const checks = [...document.querySelectorAll('details.check')].filter(
    (element) => element instanceof HTMLElement,
  );
  const buttons = [...filter.querySelectorAll('button')];
  const find = filter.querySelector('input');
  const found = filter.querySelector('[data-found]');
  let show = 'all';

  const apply = () => {
    const words = find?.value.toLowerCase() ?? '';
    let shown = 0;
    for (const check of checks) {
      const wanted = show === 'all' || check.dataset['standing'] === show;
      check.hidden = !(wanted && check.textContent.toLowerCase().includes(words));
      if (!check.hidden) shown += 1;
    }
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset['show'] === show));
    }
    if (found !== null) {
      found.textContent =
        shown === checks.length ? '' : `${String(shown)} of ${String(checks.length)} checks shown`;
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      show = button.dataset['show'] ?? 'all';
      apply();
    });
  }
  find?.addEventListener('input', apply);
}
