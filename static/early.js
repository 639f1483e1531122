// What readers chose for themselves, before the page is drawn: a page in their own size and colours must not flash in others
// first. So this one file stands in the head without `defer`, ahead of the style sheet; it is small and asks for nothing. The
// choices are made in js/31-display.js; without this file each page begins as the device wants it.
(() => {
  'use strict';
  const root = document.documentElement;
  root.dataset.script = ''; // style sheets keep room for what scripts put in, so that nothing moves
  try {
    for (const name of ['size', 'contrast', 'scheme']) {
      const chosen = localStorage.getItem('antq-' + name);
      if (chosen) root.dataset[name] = chosen;
    }
  } catch {
    // The reader forbids keeping anything: nothing was kept.
  }
})();
