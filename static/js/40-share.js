// Ways to pass a page on that need a script; the link by e-mail stands in the page itself.
(() => {
  'use strict';
  const slot = document.querySelector('[data-share]');
  if (!slot) return;

  const canonical = document.querySelector('link[rel="canonical"]');
  const address = canonical ? canonical.href : location.href.split('#')[0];
  if (!/^https?:/.test(address)) return; // a page on a disk has no address for others

  const add = (className, text, action) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tool ' + className;
    button.textContent = text;
    button.addEventListener('click', action);
    slot.append(button);
  };

  add('tool-link', 'Sao chép liên kết', () => {
    document.dispatchEvent(new CustomEvent('antq:copy', {detail: {text: address, said: 'Đã sao chép liên kết'}}));
  });

  // What the device offers: its own list of people and programs.
  if (navigator.share) {
    add('tool-share', 'Chia sẻ…', () => {
      navigator.share({title: document.title, url: address}).catch(() => {}); // who changes his mind has not failed
    });
  }
})();
