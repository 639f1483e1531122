// Tables whose rows the reader puts in order: table[data-sortable]. The head of a column becomes a button; once for rising, twice
// for falling, three times for the order of the page. Columns with nothing to compare say th[data-sort="none"].
(() => {
  'use strict';
  // Vietnamese order (a, ă, â; d before đ; tones last), and numbers in text as numbers: 12/KH-SXD comes before 108/KH-SXD.
  const {compare} = new Intl.Collator('vi', {numeric: true});

  const key = (row, column) => {
    const cell = row.cells[column];
    const time = cell && cell.querySelector('time[datetime]');
    return time ? time.dateTime : cell ? cell.textContent.trim() : '';
  };

  // Rows without a value stay at the end in both directions: they answer no question.
  const sorted = (rows, column, sign) => rows
    .map(row => ({row, key: key(row, column)}))
    .sort((a, b) => !a.key - !b.key || sign * compare(a.key, b.key))
    .map(({row}) => row);

  const words = {ascending: 'tăng dần', descending: 'giảm dần'};
  const next = {ascending: 'descending', descending: ''};

  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const body = table.tBodies[0];
    const heads = [...table.querySelectorAll('thead th')];
    if (!body || body.rows.length < 2) continue;
    const original = [...body.rows];

    const sort = (head, title) => {
      const now = head.getAttribute('aria-sort');
      const order = now ? next[now] : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      if (order) head.setAttribute('aria-sort', order);
      body.append(...(order ? sorted(original, head.cellIndex, order === 'ascending' ? 1 : -1) : original));
      const said = order ? 'Đã xếp theo “' + title + '”, ' + words[order] : 'Đã trở lại thứ tự ban đầu';
      document.dispatchEvent(new CustomEvent('antq:say', {detail: said}));
    };

    for (const head of heads) {
      if (head.dataset.sort === 'none') continue;
      const title = head.textContent.trim();
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.title = 'Xếp theo cột này';
      button.append(...head.childNodes);
      button.addEventListener('click', () => sort(head, title));
      head.append(button);
    }
    table.classList.add('sorts'); // the style sheet shows the heads on phones too
  }
})();
