// Puts text on the clipboard and says so. Other files ask for it with
//   document.dispatchEvent(new CustomEvent('antq:copy', {detail: {text, said: 'Đã sao chép liên kết'}}))
(() => {
  'use strict';

  // The clipboard of today is for https alone. On http and in some browsers from disk, text is copied as by hand: out of a
  // field that stands where the reader does not see it, and which gives the focus back.
  const byHand = text => {
    const held = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true; // no keyboard comes up on phones
    field.className = 'visually-hidden';
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch {
      // said below
    }
    field.remove();
    if (held) held.focus({preventScroll: true});
    return done;
  };

  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byHand(text);
    }
  };

  document.addEventListener('antq:copy', async event => {
    const {text, said} = event.detail;
    const done = await copy(text);
    document.dispatchEvent(new CustomEvent('antq:say', {detail: done ? said : 'Trình duyệt không cho sao chép: ' + text}));
  });
})();
