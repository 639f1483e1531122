// The button that prints; every browser can also print to a PDF file.
(() => {
  'use strict';
  const slot = document.querySelector('[data-doc-tools]') || document.querySelector('[data-tools]');
  if (!slot) return;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'tool tool-print';
  button.textContent = 'In, lưu PDF';
  button.addEventListener('click', () => window.print());
  slot.append(button);
})();
