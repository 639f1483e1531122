// The link behind a numbered heading copies the citation of its place, as officials write it, with the address below if the page
// has one: "mục II.3 Kế hoạch số 108/KH-SXD". It stays a link: the address bar shows the place as well. It says only the place,
// and the heading around it keeps its own words as its name, so that nobody has to hear the citation with every heading.
(() => {
  'use strict';
  const canonical = document.querySelector('link[rel="canonical"]');
  const page = canonical ? canonical.href : location.protocol === 'file:' ? '' : location.href.split('#')[0];

  for (const text of document.querySelectorAll('[data-cited]')) {
    for (const link of text.querySelectorAll('a.anchor')) {
      const place = link.getAttribute('aria-label');
      const citation = place + ' ' + text.dataset.cited;
      link.parentElement.setAttribute('aria-label', link.parentElement.textContent.trim());
      link.setAttribute('aria-label', 'Trích dẫn ' + place);
      link.title = 'Sao chép trích dẫn';
      link.addEventListener('click', () => {
        const copied = page ? citation + '\n' + page + link.hash : citation;
        document.dispatchEvent(new CustomEvent('antq:copy', {detail: {text: copied, said: 'Đã sao chép: ' + citation}}));
      });
    }
  }
})();
