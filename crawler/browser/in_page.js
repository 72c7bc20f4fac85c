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

  let partials = [];
  let contexts = [];
  let own = {};

  globalThis.goedgeregeld = {
    /* One document without frames: the whole test in one call. */
    async run(options, limit) {
      return JSON.stringify(slim(await axe.run(document, { ...options, elementRef: true }), limit));
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
