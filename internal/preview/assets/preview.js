// The page that is open follows the site: what was saved is morphed into it, without a reload and in the same place. This script
// runs after the page is parsed and before the page's own scripts, so that it can tell what they add from what was served.
(() => {
  'use strict';
  const tag = document.getElementById('_antq');
  const own = '/_antq/';
  const address = () => location.pathname;
  const framed = window !== window.top;
  let shownTag = tag.dataset.tag;
  let run = '';
  let number = -1;

  const keep = {
    get: name => { try { return sessionStorage.getItem('antq-preview-' + name); } catch { return null; } },
    set: (name, value) => { try { sessionStorage.setItem('antq-preview-' + name, value); } catch { /* it holds for this page */ } },
  };

  // What scripts and readers changed is theirs: nodes that were added, attributes that were set, and elements whose children were
  // moved about. A morph leaves it alone.
  const added = new WeakSet();
  const touched = new WeakMap();
  const rearranged = new WeakSet();
  let served = document.documentElement.cloneNode(true);
  const note = records => {
    for (const record of records) {
      if (record.type === 'attributes') {
        if (!touched.has(record.target)) touched.set(record.target, new Set());
        touched.get(record.target).add(record.attributeName);
        continue;
      }
      for (const node of record.addedNodes) {
        if (record.type === 'childList') added.add(node);
      }
      for (const node of record.removedNodes) {
        if (added.has(node) && node.isConnected) added.delete(node); // moved, not made
        if (!added.has(node)) rearranged.add(record.target);
      }
    }
  };
  const observer = new MutationObserver(note);
  const watch = () => observer.observe(document.body, {subtree: true, childList: true, attributes: true});
  watch();

  const bare = html => html.replace(/ data-line="\d+"/g, '');
  const signature = element => element.tagName + bare(element.innerHTML);
  const blocks = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,blockquote,pre,figure,figcaption,img,time,[data-line]';
  const signatures = root => {
    const counts = new Map();
    for (const block of root.querySelectorAll(blocks)) {
      const key = signature(block);
      counts.set(key, (counts.get(key) || 0) + 1);
    }
    return counts;
  };

  // changedBlocks lists the smallest blocks of the new page that the old one did not have.
  const changedBlocks = (before, after) => {
    const counts = signatures(before);
    const found = [];
    for (const block of after.querySelectorAll(blocks)) {
      const key = signature(block);
      const left = counts.get(key) || 0;
      if (left > 0) counts.set(key, left - 1);
      else found.push(block);
    }
    return found.filter(block => !found.some(other => other !== block && block.contains(other)));
  };

  const pathTo = (root, node) => {
    const path = [];
    for (; node && node !== root; node = node.parentNode) path.unshift([...node.parentNode.childNodes].indexOf(node));
    return path;
  };

  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  let marked = [];
  let unmark = 0;
  const mark = elements => {
    clearTimeout(unmark);
    for (const element of marked) element.classList.remove('antq-changed');
    marked = elements.slice(0, 20);
    for (const element of marked) element.classList.add('antq-changed');
    unmark = setTimeout(() => {
      note(observer.takeRecords());
      for (const element of marked) element.classList.remove('antq-changed');
      observer.takeRecords(); // of this alone
      marked = [];
    }, 2500);
  };

  const show = element => {
    const box = element.getBoundingClientRect();
    if (box.top >= 60 && box.bottom <= window.innerHeight - 60) return;
    element.scrollIntoView({block: 'center', behavior: calm.matches ? 'auto' : 'smooth'});
  };

  // Style sheets are changed for one another when the new one has come, so the page is never without.
  const styles = head => [...head.querySelectorAll('link[rel="stylesheet"]')];
  const swapStyles = next => {
    const waits = [];
    const present = styles(document.head).filter(link => link.dataset.antq === undefined);
    const wanted = styles(next).map(link => new URL(link.getAttribute('href'), location.href).href);
    for (const href of wanted) {
      if (present.some(link => link.href === href)) continue;
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      waits.push(new Promise(done => { link.onload = link.onerror = done; }));
      (present.at(-1) || document.head.lastElementChild).after(link);
    }
    return Promise.all(waits).then(() => {
      for (const link of present) if (!wanted.includes(link.href)) link.remove();
    });
  };

  // The rest of the head is plain: what is not in the new one goes, what is new comes. Scripts do not run twice.
  const headPart = node => node.nodeType === Node.ELEMENT_NODE && !node.matches('script[src],link[rel="stylesheet"],meta[http-equiv]');
  const morphHead = next => {
    const wanted = new Set([...next.childNodes].filter(headPart).map(node => node.outerHTML));
    for (const node of [...document.head.childNodes].filter(headPart)) {
      if (!wanted.delete(node.outerHTML)) node.remove();
    }
    const box = document.createElement('template');
    box.innerHTML = [...wanted].join('');
    document.head.append(box.content);
  };

  // A picture whose bytes changed has the same address as before, under which the browser would keep the old one.
  const refresh = async addresses => {
    for (const img of document.querySelectorAll('img')) {
      const url = new URL(img.currentSrc || img.src, location.href);
      if (!addresses.includes(url.pathname)) continue;
      await fetch(url.pathname, {cache: 'reload'});
      url.search = 'antq=' + Date.now();
      observer.disconnect();
      img.removeAttribute('srcset');
      img.src = url.href;
      mark([img]);
      watch();
    }
  };

  const scripts = root => [...root.querySelectorAll('script[src]')].map(script => new URL(script.getAttribute('src'), location.href).href).join(' ');

  const callbacks = {
    beforeNodeRemoved: node => !added.has(node),
    beforeNodeMorphed: (old, next) => {
      if (added.has(old)) return false;
      if (old.nodeType !== Node.ELEMENT_NODE) return true;
      if (rearranged.has(old)) return false;
      if (old.matches('input,textarea,select') && old.value !== old.defaultValue) return false;
      return true;
    },
    beforeAttributeUpdated: (name, node) => !(touched.has(node) && touched.get(node).has(name)),
  };

  // Elements that scripts rearranged cannot be morphed. If what was served there changed, only a reload is right.
  const stuck = next => {
    for (const element of document.body.querySelectorAll('*')) {
      if (!rearranged.has(element)) continue;
      const like = element.id ? '#' + CSS.escape(element.id) : element.tagName.toLowerCase();
      const all = root => [...root.querySelectorAll(like)].map(signature).join('\n');
      if (all(served) !== all(next)) return true;
    }
    return false;
  };

  const morph = async text => {
    const next = new DOMParser().parseFromString(text, 'text/html');
    if (scripts(served) !== scripts(next.documentElement)) return reload();
    note(observer.takeRecords());
    if (stuck(next.documentElement)) return reload();
    await swapStyles(next.head);
    note(observer.takeRecords());
    observer.disconnect();
    const before = served;
    served = next.documentElement.cloneNode(true);
    const changed = changedBlocks(before.querySelector('main') || before, next.querySelector('main') || next.body);
    const root = next.querySelector('main') || next.body;
    const ids = new Map(changed.map((block, i) => [block, i]));
    // The morph takes nodes over or copies what they hold; a number on each leads from the new block to the one in the page.
    for (const [block, i] of ids) block.setAttribute('data-antq-new', i);
    document.documentElement.lang = next.documentElement.lang;
    for (const name of next.documentElement.getAttributeNames()) {
      if (name.startsWith('data-p')) document.documentElement.setAttribute(name, next.documentElement.getAttribute(name));
    }
    morphHead(next.head);
    Idiomorph.morph(document.body, next.body, {morphStyle: 'outerHTML', restoreFocus: true, ignoreActiveValue: true, callbacks});
    const blocksNow = [...document.querySelectorAll('[data-antq-new]')];
    for (const block of blocksNow) block.removeAttribute('data-antq-new');
    if (blocksNow.length) {
      mark(blocksNow);
      show(blocksNow[0]);
    }
    watch();
    document.dispatchEvent(new CustomEvent('antq:morphed', {detail: {changed: blocksNow.length, root: root.tagName}}));
    return blocksNow.length;
  };

  const reload = () => {
    keep.set('scroll', JSON.stringify([address(), window.scrollX, window.scrollY]));
    location.reload();
  };
  const restore = () => {
    const [page, x, y] = JSON.parse(keep.get('scroll') || '[]');
    keep.set('scroll', '[]');
    if (page === address()) window.scrollTo(x, y);
  };
  restore();

  // update brings the page to the newest state. Only one runs at a time, and one that was asked for meanwhile follows.
  let running = false;
  let again = null;
  const update = async event => {
    if (running) { again = event; return; }
    running = true;
    try {
      const answer = await fetch(own + 'state?page=' + encodeURIComponent(address()), {cache: 'no-store'});
      if (!answer.ok) throw new Error(answer.status);
      const state = await answer.json();
      let outcome = {same: true};
      const page = await fetch(location.pathname, {cache: 'no-cache'});
      const next = (page.headers.get('ETag') || '').replaceAll('"', '');
      if (next !== shownTag && next && shownTag === '') { // from the preview's own page to a real one
        return reload();
      }
      if (next && next !== shownTag) {
        const missing = page.status === 404;
        const blocksChanged = await morph(await page.text());
        shownTag = next;
        outcome = {same: false, missing, blocks: blocksChanged};
      }
      await refresh((event.changed || []).flatMap(one => one.files || []));
      number = state.number;
      run = state.run;
      tell('state', {state, outcome, event});
    } catch {
      tell('lost', {});
    } finally {
      running = false;
      if (again) {
        const next = again;
        again = null;
        update(next);
      }
    }
  };

  const tell = (name, detail) => {
    const all = {name, ...detail};
    if (framed && detail.state) window.antqState = all; // for a frame around, which may come later
    document.dispatchEvent(new CustomEvent('antq:preview', {detail: all}));
  };

  // The stream is closed in hidden tabs, since browsers allow few connections to one host, and opened again when they are shown.
  let stream = null;
  let asleep = document.hidden; // hidden since the newest rebuild that this page knows
  const listen = () => {
    if (stream) return;
    stream = new EventSource(own + 'events?page=' + encodeURIComponent(address()));
    stream.onmessage = message => {
      const event = JSON.parse(message.data);
      // The first message of a stream tells of the last rebuild, which may be of long ago. News is what came after the one that this
      // page is from, while somebody looked at it.
      event.news = event.run === run && number >= 0 && event.number > number && !asleep;
      asleep = false;
      if (event.run === run && event.number === number) return tell('found', {});
      update(event);
    };
    stream.onerror = () => {
      tell('lost', {});
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(() => { if (!document.hidden) listen(); }, 1500);
      }
    };
  };
  const hush = () => {
    if (stream) stream.close();
    stream = null;
    asleep = true;
  };
  document.addEventListener('visibilitychange', () => document.hidden ? hush() : listen());
  window.addEventListener('pagehide', hush);
  window.addEventListener('pageshow', event => { if (event.persisted) listen(); });

  // Whole addresses of the site's own pages lead to where the site is published; here they lead to the preview.
  let roots = {};
  document.addEventListener('antq:preview', event => { if (event.detail.state) roots = event.detail.state.roots; });
  document.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    for (const [root, here] of Object.entries(roots)) {
      if (!link.href.startsWith(root)) continue;
      event.preventDefault();
      location.href = here + link.href.slice(root.length);
      return;
    }
  });

  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = own + 'page.css';
  sheet.dataset.antq = '';
  document.head.append(sheet);

  if (!framed) {
    const bar = document.createElement('script');
    bar.src = own + 'bar.js';
    bar.onload = start;
    document.head.append(bar);
  } else {
    start();
  }
  function start() {
    if (!document.hidden) listen();
    update({changed: []});
  }
})();
