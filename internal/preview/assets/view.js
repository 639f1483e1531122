// The page in a frame: as wide as a phone, or as paper shows it. The frame's own script keeps the page current.
(() => {
  'use strict';
  const query = new URLSearchParams(location.search);
  const as = query.get('as') === 'paper' ? 'paper' : 'phone';
  const frame = document.querySelector('iframe');
  document.documentElement.dataset.view = as;

  // A path of this server only: "//host" and "\\host" would lead elsewhere.
  const wanted = new URL(query.get('page') || '/', location.origin);
  const page = wanted.origin === location.origin && !wanted.pathname.startsWith('/_antq/') ? wanted.pathname : '/';

  // Paper: rules for print hold on the screen, rules for the screen do not, and the margins of the sheet are those of @page.
  const toPaper = () => {
    const inside = frame.contentDocument;
    let margin = '';
    const turn = rules => {
      for (const rule of rules) {
        if (rule.constructor.name === 'CSSPageRule' && rule.style.margin && !rule.selectorText) margin = rule.style.margin;
        if (rule.media) rule.media.mediaText = turned(rule.media.mediaText);
        if (rule.cssRules && rule.constructor.name !== 'CSSPageRule') turn(rule.cssRules);
      }
    };
    const turned = text => text.split(',').map(one => /(^|\s)print\b/.test(one) ? one.replace(/\bprint\b/, 'all') : /(^|\s)screen\b/.test(one) ? 'not all' : one).join(',');
    for (const sheet of inside.styleSheets) {
      if (sheet.ownerNode.dataset.antq !== undefined || sheet.ownerNode.dataset.paper !== undefined) continue;
      sheet.ownerNode.dataset.paper = '';
      if (sheet.media.mediaText) sheet.media.mediaText = turned(sheet.media.mediaText);
      try {
        turn(sheet.cssRules);
      } catch {
        // a sheet of another origin, which no page of ours has
      }
    }
    if (margin) inside.documentElement.style.padding = margin;
    inside.documentElement.style.colorScheme = 'light';
  };
  const loaded = () => {
    const inside = frame.contentDocument;
    document.title = inside.title;
    if (as === 'paper') toPaper();
    inside.addEventListener('antq:morphed', () => {
      document.title = inside.title;
      if (as === 'paper') toPaper();
    });
    inside.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    });
    // The bar here shows what the page in the frame hears.
    inside.addEventListener('antq:preview', event => document.dispatchEvent(new CustomEvent('antq:preview', {detail: event.detail})));
    const url = new URL(location.href);
    url.searchParams.set('page', frame.contentWindow.location.pathname);
    history.replaceState(null, '', url);
    if (frame.contentWindow.antqState) document.dispatchEvent(new CustomEvent('antq:preview', {detail: frame.contentWindow.antqState}));
  };
  frame.addEventListener('load', loaded);
  frame.src = page;
})();
