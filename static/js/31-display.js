// Text size, contrast and colours as the reader likes them, kept on this device only. A choice is an attribute of the root
// element, to which the style sheets answer: data-size="0|2", data-contrast="more", data-scheme="light|dark". What is usual has
// no attribute and is not kept, so that a later change of the device still counts. early.js sets the attributes on each page.
(() => {
  'use strict';
  const slot = document.querySelector('[data-tools]');
  if (!slot) return;

  const root = document.documentElement;
  const settings = [
    {name: 'size', title: 'Cỡ chữ', usual: '1', choices: [['0', 'A−', 'chữ nhỏ'], ['1', 'A', 'chữ vừa'], ['2', 'A+', 'chữ lớn']]},
    {name: 'contrast', title: 'Độ tương phản', usual: '', choices: [['', 'Thường'], ['more', 'Cao']]},
    {name: 'scheme', title: 'Màu nền', usual: '', choices: [['', 'Theo thiết bị'], ['light', 'Sáng'], ['dark', 'Tối']]},
  ];

  const make = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const choose = (setting, value) => {
    const usual = value === setting.usual;
    if (usual) delete root.dataset[setting.name];
    else root.dataset[setting.name] = value;
    try {
      if (usual) localStorage.removeItem('antq-' + setting.name);
      else localStorage.setItem('antq-' + setting.name, value);
    } catch {
      // It holds for this page, which is all the reader allows.
    }
  };

  // Radio buttons bring their keyboard, their grouping and their words for screen readers with them.
  const group = setting => {
    const set = make('fieldset', 'choices');
    set.append(make('legend', 'choices-title', setting.title));
    for (const [value, text, meaning] of setting.choices) {
      const label = make('label', 'choice');
      const input = make('input', 'choice-input');
      input.type = 'radio';
      input.name = 'antq-' + setting.name;
      input.value = value;
      input.checked = value === (root.dataset[setting.name] || setting.usual);
      if (meaning) input.setAttribute('aria-label', text + ', ' + meaning);
      input.addEventListener('change', () => choose(setting, value));
      label.append(input, make('span', 'choice-text', text));
      set.append(label);
    }
    return set;
  };

  const box = make('details', 'display');
  const summary = make('summary', 'tool tool-display', 'Hiển thị');
  const panel = make('div', 'display-panel');
  panel.append(...settings.map(group));
  box.append(summary, panel);
  slot.append(box);

  // The panel lies over the page, so it goes as easily as it came.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !box.open) return;
    event.preventDefault(); // one key, one answer: a voice goes on
    if (box.contains(document.activeElement)) summary.focus();
    box.open = false;
  });
  box.addEventListener('focusout', event => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false;
  });
  document.addEventListener('click', event => {
    if (!box.contains(event.target)) box.open = false;
  });

  // A page that comes back from the browser's memory missed what was chosen on other pages.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    try {
      for (const setting of settings) {
        const value = localStorage.getItem('antq-' + setting.name) || setting.usual;
        choose(setting, value);
        for (const input of panel.querySelectorAll('[name="antq-' + setting.name + '"]')) input.checked = input.value === value;
      }
    } catch {
      // Nothing is kept.
    }
  });
})();
