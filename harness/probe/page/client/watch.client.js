/**
 * Runs in every document before its own scripts, and changes nothing for them: keeps what was shown and when, the last
 * thing the person did, and tells how each socket ended, which the browser tells nobody else.
 */
(() => {
  /** A page that never stops writing must not fill the memory. */
  const most = 20_000;

  /** @type {{ at: number, text: string }[]} */
  const shown = [];
  let actedAt = 0;

  /** @param {string | null} written */
  function note(written) {
    const text = (written ?? '').trim();
    if (text !== '' && shown.length < most) shown.push({ at: performance.now(), text });
  }

  /** @param {Node} node */
  function isVisible(node) {
    return (node instanceof Element ? node : node.parentElement)?.checkVisibility() ?? false;
  }

  new MutationObserver((changes) => {
    for (const { target, type, oldValue, addedNodes } of changes) {
      if (!isVisible(target)) continue;
      if (type === 'characterData') {
        // Several changes of one task come together: the one before is what was shown in between.
        note(oldValue);
        note(target.textContent);
      }
      for (const node of addedNodes) note(node.textContent);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
  });

  for (const type of ['click', 'keydown']) {
    addEventListener(
      type,
      ({ timeStamp }) => {
        actedAt = timeStamp;
      },
      { capture: true },
    );
  }

  const Native = globalThis.WebSocket;
  globalThis.WebSocket = class WebSocket extends Native {
    /** @param {ConstructorParameters<typeof Native>} words */
    constructor(...words) {
      super(...words);
      this.addEventListener('close', ({ code, reason, wasClean }) => {
        Reflect.get(globalThis, 'goldenPathClosed')?.({ url: this.url, code, reason, wasClean });
      });
    }
  };

  Reflect.set(globalThis, 'goldenPath', {
    /** What was shown since the person last did something. */
    seen: () => ({ actedAt, shown: shown.filter(({ at }) => at >= actedAt) }),
  });
})();
