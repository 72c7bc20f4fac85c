/* Runs beside the page in a world of its own, after axe, in every frame from its birth. The page cannot see or change it. */
{
  // axe gives the page a turn after each rule. Without those turns a test is one moment: no script of the page can change
  // the document half-way, nothing is painted in between, and the same page gives the same findings.
  const later = globalThis.setTimeout.bind(globalThis);
  globalThis.setTimeout = (callback, milliseconds, ...rest) =>
    milliseconds > 0 ? later(callback, milliseconds, ...rest) : (Promise.resolve().then(() => callback(...rest)), 0);

  const STATES = /^(is|has|js|no-js)-|(^|[-_])(active|open|opened|closed|hidden|visible|selected|current|checked|disabled|focus|hover|expanded|collapsed|loaded|loading|lazy|show|shown|first|last|odd|even)([-_]|$)/i;
  // Made by a program at build time: letters and digits mixed without a word in it (css modules, emotion, styled components).
  const MADE = /^(css|sc|jss|svelte|emotion)-|[a-z]+[0-9]+[a-z0-9]*$|__[A-Za-z0-9-]*[0-9][A-Za-z0-9-]*$/;
  const ROOTS = 'header,nav,main,footer,aside,form,dialog,table,[role=banner],[role=navigation],[role=main],[role=contentinfo],[role=complementary],[role=search],[role=form],[role=dialog]';

  const step = (element) => {
    const classes = [...element.classList].filter((name) => !STATES.test(name) && !MADE.test(name) && !/\d/.test(name));
    const kind = ['role', 'type'].map((name) => element.getAttribute(name)).filter(Boolean).map((value) => `[${value}]`);
    return [element.localName, ...kind, ...classes.sort().map((name) => `.${name}`)].join('');
  };

  // The path of tags and classes from the nearest landmark, form or table down to the element, and what it holds.
  const component = (element) => {
    const path = [];
    for (let at = element; at && at.nodeType === 1; at = at.parentElement ?? at.getRootNode().host) {
      path.unshift(step(at));
      if (at !== element && at.matches(ROOTS)) break;
    }
    const inside = [...element.children].slice(0, 8).map((child) => child.localName);
    return path.join('>') + (inside.length ? `(${[...new Set(inside)].join(',')})` : '');
  };

  const at = (target) => {
    try { return axe.utils.shadowSelect(target); } catch { return null; }
  };

  const slimNode = (node) => ({
    target: node.target,
    html: node.html,
    impact: node.impact,
    failureSummary: node.failureSummary,
    component: node.element ? component(node.element) : node.target.length === 1 && at(node.target[0]) ? component(at(node.target[0])) : undefined,
  });

  const slim = (results, limit) => {
    const rules = (list) => list.map((rule) => ({
      id: rule.id, impact: rule.impact, tags: rule.tags, help: rule.help, description: rule.description, helpUrl: rule.helpUrl,
      nodes: rule.nodes.slice(0, limit).map(slimNode),
      ...(rule.nodes.length > limit ? { nodesTotal: rule.nodes.length } : {}),
    }));
    return {
      violations: rules(results.violations), incomplete: rules(results.incomplete), url: results.url,
      testEngine: results.testEngine, testEnvironment: { ...results.testEnvironment, orientationAngle: undefined },
      width: Math.max(document.documentElement.scrollWidth, document.body?.scrollWidth ?? 0),
    };
  };

  // Of a document with frames axe writes every element out, also those without faults, to join them with the frames' elements.
  // What passes is not reported, so it can be left out, except where a rule looks at all frames together afterwards.
  const { nodeSerializer } = axe.utils;
  const mapAll = nodeSerializer.mapRawNodeResults;
  const good = ({ any, all, none }) =>
    (!any.length || any.some((check) => check.result === true)) &&
    all.every((check) => check.result === true) && none.every((check) => check.result === false);
  const looksBack = (id) => {
    const rule = axe._audit.rules.find((one) => one.id === id);
    return [...rule.any, ...rule.all, ...rule.none].some((check) => axe._audit.checks[check.id ?? check].after);
  };
  const needed = (id) => {
    // Region's look back concerns frames and what failed: see region-after in axe.
    if (id === 'region') return (node) => !good(node) || node.any.some((check) => check.data?.isIframe);
    return looksBack(id) ? () => true : (node) => !good(node);
  };
  nodeSerializer.mapRawResults = (results) =>
    results.map((result) => ({ ...result, nodes: mapAll(result.nodes?.filter(needed(result.id))) }));

  // What the rules can be sensitive to, apart from layout: which elements there are and which of them are to be seen.
  const VISIBLE = { checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true };
  const appearance = () => {
    let flags = '';
    for (const element of document.getElementsByTagName('*')) {
      const { width, height, right, bottom } = element.getBoundingClientRect();
      flags += !element.checkVisibility(VISIBLE) ? 0 : !(width && height) ? 1 : right < 0 || bottom + scrollY < 0 ? 2 : 3;
      if (element.shadowRoot) return NaN; // never the same: its inside was not looked at
    }
    return flags;
  };
  const LAYOUT_RULES = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'css-orientation-lock'];
  const seen = new MutationObserver(() => {});
  let before = {};
  const narrower = (options) => {
    const unchanged = !seen.takeRecords().length && appearance() === before.appearance;
    if (!unchanged || !before.result) return [options, (result) => result];
    const chosen = axe._audit.rules.filter((rule) => axe.utils.ruleShouldRun(rule, { page: true }, options)).map((rule) => rule.id);
    const kept = (list) => list.filter((rule) => !LAYOUT_RULES.includes(rule.id));
    const join = (kind) => (result) => [...kept(before.result[kind]), ...result[kind]].sort((a, b) => a.id < b.id ? -1 : 1);
    return [
      { ...options, runOnly: { type: 'rule', values: chosen.filter((id) => LAYOUT_RULES.includes(id)) } },
      (result) => ({ ...result, violations: join('violations')(result), incomplete: join('incomplete')(result) }),
    ];
  };

  let contexts = [];
  let own = {};

  globalThis.goedgeregeld = {
    /* One document without frames: the whole test in one call. `again`: the same document at another width; `more`: so it will be. */
    async run(options, limit, again, more) {
      const [asked, complete] = again ? narrower(options) : [options, (result) => result];
      const result = complete(slim(await axe.run(document, { ...asked, elementRef: true }), limit));
      if (more) {
        before = { result, appearance: appearance() };
        seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      return JSON.stringify(result);
    },
    /* Wait for what the page has put off for a moment, as `in_document.js` reports it. */
    async rest(limit) {
      const end = performance.now() + limit;
      // One picture is drawn first: scripts that react to sizes do so then.
      await new Promise((drawn) => requestAnimationFrame(drawn));
      for (;;) {
        let left = 0;
        const hear = (event) => { left = Number(event.detail); };
        document.addEventListener('goedgeregeld:putoff', hear, { once: true });
        document.dispatchEvent(new CustomEvent('goedgeregeld:rest'));
        document.removeEventListener('goedgeregeld:putoff', hear);
        const wait = Math.min(left, end - performance.now());
        if (!(wait > 0)) return;
        await new Promise((done) => later(done, wait + 1));
      }
    },
    /* This document's part; what follows in `frame` and `finish` belongs to it. */
    async partial(context, options) {
      contexts = axe.utils.getFrameContexts(context ?? document, options);
      own = await axe.runPartial(context ?? document, options);
      const frames = contexts.map(({ frameSelector, frameContext }) => {
        const element = axe.utils.shadowSelect(frameSelector);
        return { context: frameContext, url: element?.src ?? '', selector: frameSelector };
      });
      return JSON.stringify({ frames, partial: context ? own : undefined });
    },
    frame: (number) => axe.utils.shadowSelect(contexts[number].frameSelector),
    /* The top document, with the parts of its frames in reading order (null: not tested). */
    async finish(parts, options, limit) {
      return JSON.stringify(slim(await axe.finishRun([own, ...parts], options), limit));
    },
    /* Animations are shown as they end; endless ones as they begin. */
    calm() {
      for (const animation of document.getAnimations?.() ?? []) {
        try { animation.finish(); } catch { animation.pause(); animation.currentTime = 0; }
      }
    },
    /* The next page must be a first visit too. */
    forget() {
      for (const store of ['localStorage', 'sessionStorage']) {
        try { globalThis[store].clear(); } catch { /* a frame without an origin has none */ }
      }
    },
  };
}
