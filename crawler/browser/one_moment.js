/* Within one moment nothing on a page moves, so what axe has read once need not be read again; it asks some things 15 times. */
{
  const kept = [];
  const forget = () => {
    for (const values of kept) values.clear();
  };
  const remember = (read) => {
    const values = new Map();
    kept.push(values);
    return (element) => {
      let value = values.get(element);
      if (value === undefined) {
        // The page gets its next turn only after this one: what was read before that holds no longer.
        if (!values.size) setTimeout(forget, 1);
        values.set(element, value = read(element));
      }
      return value;
    };
  };

  const own = globalThis.getComputedStyle;
  const style = remember((element) => own(element));
  globalThis.getComputedStyle = function getComputedStyle(element, pseudo) {
    return pseudo ? own(element, pseudo) : style(element);
  };
  for (const name of ['scrollTop', 'scrollLeft', 'scrollWidth', 'scrollHeight', 'clientWidth', 'clientHeight']) {
    const { get, set, ...property } = Object.getOwnPropertyDescriptor(Element.prototype, name);
    const size = remember((element) => get.call(element));
    Object.defineProperty(Element.prototype, name, {
      ...property,
      get() { return size(this); },
      set: set && function (value) { forget(); set.call(this, value); },
    });
  }
  for (const name of ['run', 'partial', 'finish']) {
    const test = goedgeregeld[name];
    goedgeregeld[name] = (...asked) => { forget(); return test(...asked); };
  }
}
