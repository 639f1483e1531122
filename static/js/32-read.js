// Reads the article aloud with a Vietnamese voice of the device, and marks the part that is being read. Without such a voice there
// is no button: another language's voice makes nothing of Vietnamese.
(() => {
  'use strict';
  const slot = document.querySelector('[data-doc-tools]');
  const article = document.querySelector('main article');
  const speech = window.speechSynthesis;
  if (!slot || !article || !speech) return;

  const parts = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, figcaption, blockquote';
  const passed = 'nav, button, script, style, noscript, [hidden], [aria-hidden="true"], [data-doc-tools], [data-share], .visually-hidden';

  const plain = element => element.innerText.replace(/\s+/g, ' ').trim();

  // A row is read with the heads of its columns, since who listens does not see where a cell stands.
  const row = tr => {
    const heads = tr.closest('table').querySelectorAll('thead th');
    return [...tr.cells].map((cell, i) => {
      const words = plain(cell);
      return words && heads[i] ? plain(heads[i]) + ': ' + words : words;
    }).filter(words => words).join('; ');
  };

  // An abbreviation is read as what it stands for.
  const wordsOf = (node, parent) => {
    const before = node.previousSibling && node.previousSibling.nodeName === 'BR' ? ' ' : '';
    return before + (parent.localName === 'abbr' && parent.title ? parent.title : node.data);
  };

  // Text that stands directly in a part belongs to it, so that a list in a list is read once and in its place.
  const gather = () => {
    const found = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const parent = node.parentElement;
      const tr = parent.closest('tr');
      const part = tr || parent.closest(parts);
      if (!part || parent.closest(passed) || parent.closest('thead') || !parent.getClientRects().length) continue;
      const last = found[found.length - 1];
      if (last && last.part === part) {
        if (!tr) last.words += wordsOf(node, parent);
      } else {
        found.push({part, words: tr ? row(tr) : wordsOf(node, parent)});
      }
    }
    return found;
  };

  // Some browsers fall silent in the middle of what takes them longer than 15 seconds, so they get a sentence at a time, and a long
  // one in pieces. A mark ends a sentence only before a space ("II.3" stays whole) and after some words ("I. MỤC TIÊU" does too).
  const sentences = text => (text.replace(/\s+/g, ' ').trim().match(/.{12,}?(?:[.!?…;](?=\s|$)|$)|.+$/g) || [])
    .flatMap(sentence => sentence.trim().match(/.{1,200}(?:\s|$)|.{200}/g) || []);

  const button = className => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'tool ' + className;
    return made;
  };
  const box = document.createElement('div');
  const toggle = button('tool-read');
  const end = button('tool-stop');
  box.className = 'read';
  box.append(toggle, end);
  end.textContent = 'Dừng đọc';

  let voice = null;
  let queue = [];
  let at = 0;
  let turn = 0; // events of a voice that was cut short come late and count no more
  let marked = null;
  let spoken = null; // browsers forget a sentence, and that it ended, if nobody holds it

  const mark = part => {
    if (marked === part) return;
    if (marked) marked.classList.remove('is-read');
    marked = part;
    if (!part) return;
    part.classList.add('is-read');
    part.scrollIntoView({block: 'nearest'}); // glides or jumps as the style sheet says
  };

  const show = state => {
    toggle.textContent = {off: 'Nghe đọc', on: 'Tạm dừng', paused: 'Đọc tiếp'}[state];
    toggle.dataset.state = state;
    end.hidden = state === 'off';
    box.classList.toggle('read-on', state !== 'off');
  };

  const hush = () => {
    turn++;
    speech.cancel();
  };

  const stop = () => {
    const held = document.activeElement === end;
    hush();
    mark(null);
    queue = [];
    show('off');
    if (held) toggle.focus({preventScroll: true});
  };

  const speak = () => {
    const mine = ++turn;
    if (at >= queue.length) {
      stop();
      return;
    }
    mark(queue[at].part);
    spoken = new SpeechSynthesisUtterance(queue[at].sentence);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.onend = () => {
      if (mine !== turn) return;
      at++;
      speak();
    };
    spoken.onerror = () => {
      if (mine !== turn) return;
      stop();
      document.dispatchEvent(new CustomEvent('antq:say', {detail: 'Giọng đọc của thiết bị không hoạt động'}));
    };
    speech.speak(spoken);
  };

  // Pausing stops and goes on with the same sentence: the pause of the browsers themselves is lost on phones, and after a while on
  // desks too.
  toggle.addEventListener('click', () => {
    if (toggle.dataset.state === 'on') {
      hush();
      show('paused');
      return;
    }
    if (toggle.dataset.state === 'off') {
      queue = gather().flatMap(({part, words}) => sentences(words).map(sentence => ({part, sentence})));
      at = 0;
      hush(); // another page may have left something unsaid
    }
    show('on');
    speak();
  });
  end.addEventListener('click', stop);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && queue.length && !event.defaultPrevented) stop();
  });
  window.addEventListener('pagehide', stop); // a voice outlives its page

  // Voices come late. Only one of the device itself will do: to one over the network the text would be sent.
  const meet = () => {
    voice = speech.getVoices().find(v => v.localService && /^vi([-_]|$)/i.test(v.lang)) || voice;
    if (!voice || box.isConnected) return;
    show('off');
    slot.append(box);
  };
  meet();
  speech.onvoiceschanged = meet;
})();
