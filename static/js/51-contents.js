// The contents are open where they stand beside the text, show which part is being read, and keep it in view.
(() => {
  'use strict';
  const contents = document.querySelector('nav.contents');
  if (!contents || !window.IntersectionObserver) return;

  // On a phone they would push the text away, so there they open when asked.
  const box = contents.querySelector('details');
  const wide = window.matchMedia('(min-width: 64rem)');
  const unfold = () => { if (box) box.open = wide.matches; };
  unfold();
  wide.onchange = unfold;

  const links = new Map(); // by heading, in the order of the text
  for (const link of contents.querySelectorAll('a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }

  let current = null;
  const mark = link => {
    if (link === current) return;
    if (current) current.removeAttribute('aria-current');
    current = link;
    if (!link) return;
    link.setAttribute('aria-current', 'true');
    follow(link);
  };

  // Only the list moves, never the page, and not under the reader's pointer.
  const follow = link => {
    if (contents.scrollHeight <= contents.clientHeight || contents.matches(':hover')) return;
    const list = contents.getBoundingClientRect();
    const place = link.getBoundingClientRect();
    if (place.top < list.top || place.bottom > list.bottom) contents.scrollTop += place.top - list.top - list.height / 2;
  };

  // A heading counts from when it has come into the upper third of the window, and for all that is above: the last one that counts
  // is the part being read.
  const passed = new Set();
  const observer = new IntersectionObserver(changes => {
    for (const {target, isIntersecting} of changes) {
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    }
    let last = null;
    for (const [heading, link] of links) if (passed.has(heading)) last = link;
    mark(last);
  }, {rootMargin: '1000000px 0px -66% 0px'});
  for (const heading of links.keys()) observer.observe(heading);
})();
