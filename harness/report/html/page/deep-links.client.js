/** Opens, shows and focuses what the address names, such as `#check=PAIR-OPEN`. */
export function followDeepLink() {
  const id = location.hash.slice(1);
  if (id === '') return;
  const target = document.getElementById(id) ?? document.getElementById(decodeURIComponent(id));
  if (target === null) return;
  for (
    let folded = target.closest('details');
    folded !== null;
    folded = folded.parentElement?.closest('details') ?? null
  ) {
    folded.open = true;
  }
  target.hidden = false;
  target.scrollIntoView();
  const focused = target.querySelector('summary') ?? target;
  focused.focus({ preventScroll: true });
}
