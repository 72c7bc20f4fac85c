/* Runs in the page's own world before its scripts. A visitor notices nothing of it; two visits become alike. */
{
  // Chance falls the same way each time (mulberry32, a public-domain generator).
  let seed = 20161;
  Math.random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  // What a page puts off for at most a second, a visitor sees: it is waited for. What it repeats more slowly than that, such
  // as a carousel, stays as the visitor finds it.
  const SOON = 1000;
  const [timeout, interval, cancel] = [setTimeout, setInterval, clearTimeout].map((own) => own.bind(globalThis));
  const due = new Map();
  let depth = 0;
  const inherit = (name, own) => { Object.defineProperty(globalThis, name, { value: own, writable: true, configurable: true, enumerable: true }); };
  inherit('setTimeout', function setTimeout(callback, milliseconds, ...rest) {
    const level = depth + 1;
    // A page that puts off again and again is never at rest.
    if (typeof callback !== 'function' || !(milliseconds <= SOON) || level > 5) return timeout(callback, milliseconds, ...rest);
    const id = timeout((...values) => {
      due.delete(id);
      const outer = depth;
      depth = level;
      try { callback.apply(globalThis, values); } finally { depth = outer; }
    }, milliseconds, ...rest);
    due.set(id, performance.now() + milliseconds);
    return id;
  });
  inherit('clearTimeout', function clearTimeout(id) { due.delete(id); cancel(id); });
  inherit('setInterval', function setInterval(callback, milliseconds, ...rest) {
    return milliseconds >= SOON ? interval(() => {}, 2147483647) : interval(callback, milliseconds, ...rest);
  });
  document.addEventListener('goedgeregeld:rest', () => {
    const left = due.size ? Math.max(...due.values()) - performance.now() : 0;
    document.dispatchEvent(new CustomEvent('goedgeregeld:putoff', { detail: String(due.size ? Math.max(left, 1) : 0) }));
  });
  // A first visit is never served by a service worker; and it must not serve the next page that we test.
  if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
  // Printing would stop the page until somebody closes the dialog; a window cannot be closed by a page that a visitor opened.
  globalThis.print = () => {};
  globalThis.close = () => {};
  // A browser gives no window that the visitor did not ask for.
  globalThis.open = () => null;
}
