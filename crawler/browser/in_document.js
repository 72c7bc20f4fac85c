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
  // A first visit is never served by a service worker; and it must not serve the next page that we test.
  if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
  // Printing would stop the page until somebody closes the dialog; a window cannot be closed by a page that a visitor opened.
  globalThis.print = () => {};
  globalThis.close = () => {};
}
