// Tells the reader what has just happened, on the screen and to screen readers. Other files ask for it with
//   document.dispatchEvent(new CustomEvent('antq:say', {detail: 'Đã sao chép'}))
// Events are the only way between these files: none has a global name.
(() => {
  'use strict';
  // Screen readers watch a live region only if it is there, and empty, before something is said.
  const region = document.createElement('p');
  region.className = 'said';
  region.setAttribute('role', 'status');
  document.body.append(region);

  let timer = 0;
  document.addEventListener('antq:say', event => {
    clearTimeout(timer);
    region.textContent = '';
    // The same words twice are news only if there was nothing in between.
    timer = setTimeout(() => {
      region.textContent = event.detail;
      timer = setTimeout(() => { region.textContent = ''; }, 6000);
    }, 60);
  });
})();
