// The bar at the foot of the window and the panel over the page. Both live in a shadow tree beside the body: no style of the page
// reaches them, and no morph.
(() => {
  'use strict';
  const own = '/_antq/';
  const host = document.createElement('antq-preview');
  const root = host.attachShadow({mode: 'open'});
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = own + 'bar.css';
  root.append(sheet);

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const button = (className, text, act) => {
    const element = make('button', className, text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  };
  const keep = {
    get: name => { try { return localStorage.getItem('antq-preview-' + name) || ''; } catch { return ''; } },
    set: (name, value) => { try { localStorage.setItem('antq-preview-' + name, value); } catch { /* it holds for this page */ } },
  };

  let state = null;
  let words = {};
  let existed = false; // the page of this address, at any time since it was opened
  let closed = new Set(); // problems whose panel was closed

  const panel = make('section', 'panel');
  panel.hidden = true;
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-live', 'polite');
  const notice = make('div', 'notice');
  notice.setAttribute('role', 'status');
  notice.hidden = true;
  const bar = make('div', 'bar');
  bar.setAttribute('role', 'region');
  const tab = button('tab', '', () => choose(false));
  root.append(panel, notice, bar, tab);

  const light = make('span', 'light');
  const said = make('span', 'said');
  said.setAttribute('role', 'status');
  const draft = make('span', 'draft');
  const count = button('count', '', () => panel.hidden ? openPanel(true) : closePanel());
  const views = make('span', 'views');
  views.setAttribute('role', 'group');
  const drafts = make('label', 'choice');
  const draftsBox = make('input');
  draftsBox.type = 'checkbox';
  const draftsText = make('span');
  drafts.append(draftsBox, draftsText);
  const day = make('label', 'choice');
  const dayText = make('span');
  const dayBox = make('input');
  dayBox.type = 'date';
  const today = button('now', '', () => set('today='));
  day.append(dayText, dayBox);
  const source = make('a', 'source');
  const follow = make('label', 'choice');
  const followBox = make('input');
  followBox.type = 'checkbox';
  const followText = make('span');
  follow.append(followBox, followText);
  const away = button('away', '×', () => choose(true));
  bar.append(light, said, draft, count, views, drafts, day, today, source, follow, away);

  const hide = yes => {
    bar.hidden = yes;
    tab.hidden = !yes;
  };
  const choose = yes => {
    keep.set('hidden', yes ? '1' : '0');
    hide(yes);
  };
  const chosen = keep.get('hidden');
  hide(chosen ? chosen === '1' : window.matchMedia('(max-width: 40rem)').matches);

  // The page gets as much room below its end as the bar covers.
  const room = new ResizeObserver(() => {
    document.documentElement.dataset.antqBar = '';
    document.documentElement.style.setProperty('--antq-bar', (bar.hidden ? tab : bar).offsetHeight + 'px');
  });
  room.observe(bar);
  room.observe(tab);

  const set = query => fetch(own + 'set?' + query, {headers: {'Antq-Preview': '1'}, cache: 'no-store'}).catch(() => {});
  draftsBox.addEventListener('change', () => set('drafts=' + (draftsBox.checked ? 1 : 0)));
  dayBox.addEventListener('change', () => { if (dayBox.value) set('today=' + dayBox.value); });
  followBox.checked = keep.get('follow') === '1';
  followBox.addEventListener('change', () => keep.set('follow', followBox.checked ? '1' : ''));

  const viewNow = () => new URLSearchParams(location.search).get('as') || 'desktop';
  const pageNow = () => {
    const query = new URLSearchParams(location.search);
    return location.pathname === own + 'view' ? query.get('page') || '/' : location.pathname;
  };
  const viewed = () => location.pathname === own + 'view' ? viewNow() : 'desktop';
  const turn = as => {
    location.href = as === 'desktop' ? pageNow() : own + 'view?as=' + as + '&page=' + encodeURIComponent(pageNow());
  };
  for (const as of ['desktop', 'phone', 'paper']) {
    const one = button('view', '', () => turn(as));
    one.dataset.view = as;
    one.setAttribute('aria-pressed', String(as === viewed()));
    views.append(one);
  }

  // The line that the reader looks at: of the block nearest to the upper third of the window.
  const line = () => {
    const frame = document.querySelector('iframe');
    const page = frame ? frame.contentDocument : document;
    const height = (frame || window).clientHeight || window.innerHeight;
    let best = null;
    let distance = Infinity;
    for (const block of page ? page.querySelectorAll('[data-line]') : []) {
      const box = block.getBoundingClientRect();
      const far = Math.abs(box.top - height / 3);
      if (box.height && far < distance) [best, distance] = [block, far];
    }
    return best ? best.dataset.line : '1';
  };
  source.addEventListener('pointerdown', () => aim());
  source.addEventListener('focus', () => aim());
  const aim = () => {
    if (state && state.page.editor) source.href = state.page.editor.replace('{line}', line()).replace('%7Bline%7D', line());
  };

  const openPanel = yes => {
    panel.hidden = !yes;
    count.setAttribute('aria-expanded', String(yes));
  };
  const closePanel = () => {
    if (panel.hidden) return;
    closed = new Set(found());
    openPanel(false);
  };

  // What is wrong, without line numbers, which move with every edit above.
  const found = () => ['broken', state.failure, ...state.problems.filter(one => one.severity === 'error').map(one => [one.code, one.file, one.message].join('\n'))];

  const problem = one => {
    const item = make('li', 'problem ' + one.severity);
    const head = make('p', 'head');
    head.append(make('span', 'word', one.word), ' ');
    const place = one.editor ? make('a', 'place', one.place) : make('span', 'place', one.place);
    if (one.editor) place.href = one.editor;
    head.append(place);
    item.append(head, make('p', 'message', one.message));
    if (one.excerpt) {
      const code = make('pre', 'excerpt');
      code.append(make('span', 'number', String(one.line)), make('code', '', one.excerpt));
      item.append(code);
    }
    if (one.hint) {
      const hint = make('p', 'hint');
      hint.append(make('b', '', words.fix + ' '), one.hint);
      item.append(hint);
    }
    return item;
  };

  const isBad = () => Boolean(!state.good || state.failure || state.errors > 0);
  const fillLight = () => {
    light.className = 'light ' + (isBad() ? 'bad' : 'good');
    said.textContent = isBad() ? words.broken : words.good;
  };

  let filled = '';
  const fillPanel = () => {
    const bad = isBad();
    // Beside errors, warnings are noise; without errors those of the open page come first.
    const shown = state.problems.filter(one => bad ? one.severity === 'error' : one.severity !== 'note');
    shown.sort((a, b) => (b.file === state.page.source) - (a.file === state.page.source));
    showOrHide(bad, shown.length > 0);
    const now = JSON.stringify([bad, state.failure, shown]);
    if (now === filled) return; // what is read aloud is not read twice, and keeps the focus
    filled = now;
    const head = make('div', 'panel-head');
    head.append(make('h2', '', state.failure ? words.disk : bad ? words.error : words.warnings));
    head.append(button('close', words.close, closePanel));
    panel.replaceChildren(head);
    if (state.failure) panel.append(make('p', 'failure', state.failure));
    const list = make('ul', 'problems');
    list.append(...shown.map(problem));
    panel.append(list);
    panel.setAttribute('aria-label', words.problems);
    panel.classList.toggle('bad', bad);
  };

  // The panel comes by itself for what is new since it was closed, and goes when all is mended.
  const showOrHide = (bad, any) => {
    const wrong = bad ? found() : [];
    if (wrong.some(one => !closed.has(one))) openPanel(true);
    else if (!bad || !any) openPanel(false);
    closed = new Set(wrong.filter(one => closed.has(one)));
  };

  const fillBar = () => {
    const bad = isBad();
    fillLight();
    const mine = state.problems.filter(one => one.severity === 'warning' && one.file && one.file === state.page.source).length;
    count.textContent = state.errors + state.warnings ? words.problems + ': ' + (bad ? state.errors : mine ? mine + '/' + state.warnings : state.warnings) : words.none;
    count.disabled = !(state.errors + state.warnings) && !state.failure;
    count.classList.toggle('bad', bad);
    count.classList.toggle('mine', mine > 0);
    draft.textContent = words.draft;
    draft.hidden = !state.page.draft;
    for (const one of views.children) one.textContent = words[one.dataset.view];
    views.setAttribute('aria-label', words.view);
    draftsBox.checked = state.drafts;
    draftsText.textContent = words.drafts;
    dayText.textContent = words.today;
    if (root.activeElement !== dayBox) dayBox.value = state.today;
    today.textContent = words.now;
    today.hidden = !state.fixed;
    source.textContent = words.source;
    source.hidden = !state.page.editor;
    aim();
    followText.textContent = words.follow;
    away.setAttribute('aria-label', words.hide);
    bar.setAttribute('aria-label', words.bar);
    tab.setAttribute('aria-label', words.show);
    tab.textContent = words.bar;
    tab.classList.toggle('bad', bad);
  };

  // What changed elsewhere is told quietly, or followed.
  const elsewhere = event => {
    notice.hidden = true;
    notice.replaceChildren();
    if (existed && !state.page.exists) {
      notice.append(words.gone);
      notice.hidden = false;
      return;
    }
    const others = (event.changed || []).filter(one => one.href && one.href !== pageNow());
    const here = (event.changed || []).some(one => one.href === pageNow());
    if (!event.news || document.hidden || !state.good || !others.length || here) return;
    if (followBox.checked) {
      location.href = others[0].href;
      return;
    }
    const link = make('a', '', others[0].title || others[0].file);
    link.href = others[0].href;
    notice.append(words.elsewhere + ' ', link, button('close', '×', () => { notice.hidden = true; }));
    notice.hidden = false;
  };

  document.addEventListener('antq:preview', ({detail}) => {
    if (detail.name === 'lost') {
      light.className = 'light lost';
      if (words.lost) said.textContent = words.lost;
      return;
    }
    if (detail.name === 'found') {
      if (state) fillLight();
      return;
    }
    state = detail.state;
    words = state.words;
    existed ||= state.page.exists;
    fillBar();
    fillPanel();
    if (detail.event) elsewhere(detail.event);
  });
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && !event.defaultPrevented) closePanel(); });
  document.documentElement.append(host);
})();
