// What pages do beyond links and forms. Every page works without this file.
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isTyping = (element) => element.matches('input:not([type=checkbox],[type=radio],[type=submit]),textarea,select,[contenteditable]');
  const isSeen = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

  /* ---- keys: what an element answers to stands in its data-key, and the list of keys is read from the page ---- */

  let first = null; // the first key of a pair such as "g p"
  let forgets = 0;

  const named = (event) => {
    const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
    return (event.ctrlKey || event.metaKey ? 'Control+' : '') + shift + event.key;
  };

  const keyed = (key) => {
    const root = $('dialog[open]') ?? document;
    return $$('[data-key]', root).find((element) => element.dataset.key === key && (isSeen(element) || key.startsWith('g ')));
  };

  const press = (element) => {
    if (isTyping(element)) {
      element.focus();
      element.select?.();
    } else {
      element.click();
      if (element.dataset.then) $(element.dataset.then)?.focus();
    }
  };

  const items = () => $$('[data-list] [data-item]').filter(isSeen);

  const move = (step) => {
    const all = items();
    if (all.length === 0) return false;
    const at = all.findIndex((item) => item.hasAttribute('aria-current'));
    const next = all[Math.min(all.length - 1, Math.max(0, at + (at < 0 ? Math.max(step, 1) : step)))];
    all[at]?.removeAttribute('aria-current');
    next.setAttribute('aria-current', 'true');
    next.scrollIntoView({ block: 'nearest' });
    const link = $('a', next);
    link ? link.focus({ preventScroll: true }) : null;
    return true;
  };

  /* ---- from one to the next of the list it was opened from: the list's addresses are kept while this window is open ---- */

  const LIST = 'seloste.list';
  const OPENED = 'seloste.opened';
  const address = (item) => $('a[href]', item)?.getAttribute('href');

  const onward = (step) => {
    const all = JSON.parse(sessionStorage.getItem(LIST) ?? '[]');
    const at = all.findIndex((href) => new URL(href, location).pathname === location.pathname);
    const next = at < 0 ? undefined : all[at + step];
    if (!next) return false;
    sessionStorage.setItem(OPENED, next);
    location.assign(next);
    return true;
  };

  document.addEventListener('click', (event) => {
    const item = event.target.closest('[data-list] [data-item]');
    const opened = event.target.closest('a[href]')?.getAttribute('href');
    if (!item || !opened || opened !== address(item)) return;
    const all = $$('[data-item]', item.closest('[data-list]')).map(address).filter(Boolean);
    sessionStorage.setItem(LIST, JSON.stringify(all));
    sessionStorage.setItem(OPENED, opened);
  }, true);

  // Whoever comes back to a list goes on where it was left.
  const comeBack = () => {
    const opened = sessionStorage.getItem(OPENED);
    const all = items();
    const left = opened && all.find((item) => address(item) === opened);
    if (!left || all.some((item) => item.hasAttribute('aria-current'))) return;
    left.setAttribute('aria-current', 'true');
    left.scrollIntoView({ block: 'nearest' });
  };

  addEventListener('pageshow', comeBack);
  document.addEventListener('htmx:afterSettle', comeBack);

  // Whoever types before the page listens would wait for an answer to what was never asked.
  const heard = new WeakSet();
  document.addEventListener('htmx:load', (event) => {
    $$('[hx-trigger*=typed-early]', event.target).filter((field) => !heard.has(field)).forEach((field) => { // one part of a page listens before the next
      heard.add(field);
      if (field.value !== field.defaultValue) field.dispatchEvent(new Event('typed-early'));
    });
  });

  const tick = () => {
    const box = $('[data-list] [data-item][aria-current] .pick input');
    box?.click();
    return Boolean(box);
  };

  const single = (event) => {
    const pair = first ? first + ' ' + event.key : null;
    first = null;
    const element = (pair && keyed(pair)) || keyed(named(event));
    if (element) return press(element), true;
    if (event.key === 'j') return move(1);
    if (event.key === 'k') return move(-1);
    if (event.key === 'J') return onward(1);
    if (event.key === 'K') return onward(-1);
    if (event.key === 'x') return tick();
    if (event.key === 'g') {
      first = 'g';
      clearTimeout(forgets); // of an earlier one, which says nothing of this
      forgets = setTimeout(() => (first = null), 1500);
      return true;
    }
    return false;
  };

  const sends = (event) => {
    const form = event.target.closest('form');
    if (!form || form.method === 'dialog') return false;
    form.requestSubmit($('button.btn-primary[type=submit]', form) ?? undefined);
    return true;
  };

  const cancels = (event) => {
    const cancel = $$('[data-cancel]', event.target.closest('form') ?? document).find(isSeen);
    if (cancel && !$('dialog[open]')) return cancel.click(), true;
    $$('details.drop[open]').forEach((menu) => menu.removeAttribute('open'));
    if (isTyping(event.target)) event.target.blur();
    return false;
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'Enter') return sends(event) && event.preventDefault();
    if (event.key === 'Escape') return cancels(event) && event.preventDefault();
    if (event.target.id === 'find' && walkFound(event)) return event.preventDefault();
    if (command) {
      const element = isTyping(event.target) && event.key !== 'k' ? null : keyed(named(event));
      if (element) press(element), event.preventDefault();
      return;
    }
    if (isTyping(event.target) || document.body.dataset.keys === 'off') return;
    if (single(event)) event.preventDefault();
  });

  const shown = (key) => key.split(/[+ ]/).map((part) => ({ Control: 'Ctrl', ArrowLeft: '←', ArrowRight: '→' })[part] ?? part);

  const words = (element) => {
    const given = element.dataset.keyLabel ?? element.getAttribute('aria-label');
    if (given) return given;
    const copy = element.cloneNode(true);
    $$('kbd,svg,.side-count,.visually-hidden', copy).forEach((extra) => extra.remove());
    return copy.textContent.trim();
  };

  const listKeys = (dialog) => {
    const list = $('[data-keys-here]', dialog);
    if (!list) return;
    const seen = new Set();
    list.replaceChildren(...$$('[data-key]').filter((element) => !dialog.contains(element)).flatMap((element) => {
      const key = element.dataset.key;
      if (!key || seen.has(key)) return [];
      seen.add(key);
      const row = document.createElement('div');
      const term = row.appendChild(document.createElement('dt'));
      const keys = row.appendChild(document.createElement('dd'));
      term.textContent = words(element);
      shown(key).forEach((part) => {
        const cap = keys.appendChild(document.createElement('kbd'));
        cap.className = 'key';
        cap.textContent = part;
        keys.append(' ');
      });
      return [row];
    }));
  };

  /* ---- search box: the same address as without script, answered below the box while one types ---- */

  let asked = 0;
  let waiting = 0;
  let answered = null; // the words to which the hits belong

  const found = () => $('#found');
  const hits = () => $$('[role=option]', found());
  const chosen = () => hits().find((hit) => hit.getAttribute('aria-selected') === 'true');

  const choose = (hit) => {
    hits().forEach((other) => other.setAttribute('aria-selected', String(other === hit)));
    hit?.scrollIntoView({ block: 'nearest' });
    hit ? $('#find').setAttribute('aria-activedescendant', hit.id) : $('#find').removeAttribute('aria-activedescendant');
  };

  const showFound = (open) => {
    const input = $('#find');
    found().hidden = !open;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-controls', 'found');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', String(open));
    if (!open) input.removeAttribute('aria-activedescendant');
  };

  const find = async (input) => {
    const number = ++asked;
    try {
      const words = input.value;
      const query = new URLSearchParams(new FormData(input.form)); // with the purpose of this page, where it names one
      const answer = await fetch(input.dataset.find + '?' + query, { headers: { 'Seloste-Frame': 'palette' }, signal: AbortSignal.timeout(3000) });
      const text = await answer.text();
      if (number !== asked) return; // an older answer that came late says nothing of what is asked now
      answered = answer.ok ? words : null;
      if (!answer.ok || answer.redirected || document.activeElement !== input) return;
      found().innerHTML = text;
      hits().forEach((hit, at) => (hit.id = 'hit-' + at));
      window.htmx?.process(found());
      showFound(found().childElementCount > 0);
      choose(input.value.trim() ? hits()[0] : null);
    } catch {
      if (found()) showFound(false); // the form still sends
    }
  };

  // Whoever types faster than the answer comes means the best match all the same.
  let opening = null;

  const openBest = async (input) => {
    if (opening === input) return; // Enter twice is meant once
    clearTimeout(waiting);
    opening = input;
    try {
      await find(input);
    } finally {
      if (opening === input) opening = null;
    }
    if (!input.isConnected) return; // another page, where nobody asked for this
    const best = answered === input.value && found()?.hidden === false ? hits()[0] : null;
    best ? (showFound(false), best.click()) : input.form.requestSubmit();
  };

  function walkFound(event) {
    const input = event.target;
    if (event.key === 'Enter' && input.value.trim() && answered !== input.value) return openBest(input), true;
    if (found().hidden) return false;
    const all = hits();
    const at = all.indexOf(chosen());
    if (event.key === 'ArrowDown') return choose(all[(at + 1) % all.length]), true;
    if (event.key === 'ArrowUp') return choose(all[(at - 1 + all.length) % all.length]), true;
    if (event.key === 'Enter' && at >= 0) return showFound(false), all[at].click(), true;
    return false;
  }

  document.addEventListener('input', (event) => {
    if (event.target.id !== 'find') return;
    clearTimeout(waiting);
    waiting = setTimeout(find, 60, event.target);
  });
  document.addEventListener('focusin', (event) => {
    if (event.target.id === 'find') find(event.target);
  });
  document.addEventListener('focusout', (event) => {
    if (event.target.id === 'find') setTimeout(() => found() && document.activeElement?.id !== 'find' && showFound(false), 150);
  });

  /* ---- rows that are chosen: all at once by the box in the head, and how many they are ---- */

  const boxes = () => $$('[data-list] tbody .pick input');

  const countChosen = () => {
    const chosenOnes = boxes().filter((box) => box.checked).length;
    $$('[data-chosen-count]').forEach((count) => (count.textContent = String(chosenOnes)));
    $$('[data-all]').forEach((all) => {
      all.checked = chosenOnes > 0 && chosenOnes === boxes().length;
      all.indeterminate = chosenOnes > 0 && !all.checked;
    });
  };

  let lastBox = null;

  document.addEventListener('click', (event) => {
    const box = event.target.closest('[data-list] tbody .pick input');
    if (!box) return;
    const all = boxes();
    const [from, to] = [all.indexOf(lastBox), all.indexOf(box)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) all.slice(from, to).forEach((other) => (other.checked = box.checked));
    lastBox = box;
    countChosen();
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-all]')) boxes().forEach((box) => (box.checked = event.target.checked));
    if (event.target.closest('.pick')) countChosen();
  });

  addEventListener('pageshow', countChosen); // a browser may bring ticks back with the page
  document.addEventListener('htmx:afterSettle', countChosen);

  /* ---- menus and dialogs ---- */

  let overAsked = 0;

  const openOver = async (link) => {
    const over = $('#over');
    const number = ++overAsked;
    const answer = await fetch(link.href, { headers: { 'Seloste-Frame': 'dialog' } });
    const text = answer.ok && !answer.redirected ? await answer.text() : null;
    if (number !== overAsked || !over.isConnected) return; // something else was asked for meanwhile, or another page
    if (text === null) return location.assign(link.href);
    const content = $('#over-content');
    content.innerHTML = text;
    window.htmx?.process(content);
    label();
    if (!over.open) over.showModal();
    ($('[autofocus]', content) ?? $('input:not([type=hidden]),select,textarea', content))?.focus();
  };

  // What a closed dialog held is gone: no key finds it, and the next one opens empty.
  document.addEventListener('close', (event) => {
    if (event.target.id === 'over') $('#over-content').replaceChildren();
  }, true);

  document.addEventListener('click', (event) => {
    $$('details.drop[open]').forEach((menu) => menu.contains(event.target) || menu.removeAttribute('open'));
    const over = event.target.closest('a[data-dialog]');
    if (over && !event.ctrlKey && !event.metaKey && !event.shiftKey && $('#over')) {
      event.preventDefault();
      event.stopPropagation();
      over.closest('details.drop')?.removeAttribute('open');
      openOver(over);
      return;
    }
    const opener = event.target.closest('[data-open]');
    if (opener) {
      const dialog = document.getElementById(opener.dataset.open);
      listKeys(dialog);
      dialog.showModal();
    }
    if (event.target.matches('dialog.over')) event.target.close(); // the dark around it
    if (event.target.closest('dialog [data-cancel]')) {
      event.preventDefault();
      event.target.closest('dialog').close();
    }
  }, true);

  /* ---- htmx: the server's refusals go where the form is, and everything that is not a page is left to the browser ---- */

  document.addEventListener('htmx:configRequest', (event) => {
    if (event.target.closest('#over')) event.detail.headers['Seloste-Frame'] = 'dialog';
  });

  document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr } = event.detail;
    const over = event.detail.requestConfig.elt.closest('#over');
    const problem = xhr.getResponseHeader('Seloste-Problem');
    if (problem !== null) {
      event.detail.shouldSwap = true;
      event.detail.target = (over && $('[data-said]', over)) ?? $('#said');
      event.detail.swapOverride = 'innerHTML show:none';
      mark(over ?? $('#main'), problem);
    } else if (!(xhr.getResponseHeader('Content-Type') ?? '').startsWith('text/html')) {
      event.detail.shouldSwap = false;
      location.assign(xhr.responseURL);
    } else if (over && new URL(xhr.responseURL).pathname !== event.detail.pathInfo.requestPath.split('?')[0]) {
      event.detail.shouldSwap = false;
      location.assign(xhr.responseURL);
    } else if (over && event.detail.boosted) {
      event.detail.target = $('#over-content');
      event.detail.swapOverride = 'innerHTML show:none';
    }
  });

  // Answers come in any order. A page is shown only if none was asked for later, and what a part of a page asked for says nothing to the next
  // page: it would change its address and its title. What was sent is answered in any case.
  let going = null;
  const sent = new WeakMap(); // what a link has asked for last

  const dropLate = (event) => {
    const { boosted, requestConfig, xhr } = event.detail;
    if (requestConfig.verb === 'get' && (boosted ? xhr !== going : !event.target.isConnected)) event.preventDefault();
  };

  document.addEventListener('htmx:beforeSend', (event) => {
    if (event.detail.boosted) {
      going = event.detail.xhr;
      sent.set(event.target, going);
    }
    event.target.addEventListener('htmx:beforeOnLoad', dropLate); // on itself: it may be gone from the page by then
  });

  // A link that is pressed again before it is answered asks for nothing new, but what it asked for is wanted again.
  document.addEventListener('htmx:trigger', (event) => {
    const earlier = event.target.matches('a') && sent.get(event.target);
    if (earlier && earlier.readyState < XMLHttpRequest.DONE) going = earlier;
  });

  const mark = (root, name) => {
    $$('[aria-invalid=true]', root).forEach((field) => field.removeAttribute('aria-invalid'));
    const field = name && root.querySelector(`[name="${CSS.escape(name)}"]`);
    if (field) {
      field.setAttribute('aria-invalid', 'true');
      field.classList.add('is-invalid');
      field.focus();
    } else {
      root.scrollIntoView?.({ block: 'start' });
    }
  };

  // A new page in the same window: readers of the screen are told its title, the keyboard starts at its content.
  document.addEventListener('htmx:pushedIntoHistory', () => {
    const chosenField = $('#main [autofocus]');
    (chosenField ?? $('#main'))?.focus({ preventScroll: true });
  });

  /* ---- tables on a telephone: a row is a paragraph, whose cells say the heading under which they would stand; what is filled in stays a table ---- */

  const label = () => $$('table.card-table').filter((table) => !$('td :is(input:not([type=hidden]),select,textarea)', table)).forEach((table) => {
    const heads = $$('thead th', table).map((head) => head.textContent.trim());
    $$('tbody :is(td,th)', table).forEach((cell) => (cell.dataset.label = heads[cell.cellIndex] ?? ''));
    // Where rows are no rows to look at, some browsers would not read them as rows either.
    const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };
    [table, ...$$('thead,tbody,tr,td,th', table)].forEach((part) => {
      part.setAttribute('role', roles[part.tagName] ?? (part.scope === 'row' ? 'rowheader' : 'columnheader'));
    });
    table.classList.add('labelled');
  });
  document.addEventListener('htmx:load', label);

  /* ---- where tabs do not all fit, the one that is shown is in sight ---- */

  const revealed = new WeakSet();
  const reveal = () => $$('.pagetabs').filter((tabs) => !revealed.has(tabs)).forEach((tabs) => { // whoever scrolls them is not scrolled back
    revealed.add(tabs);
    const here = $('[aria-current]', tabs);
    if (here) tabs.scrollLeft = here.offsetLeft - (tabs.clientWidth - here.offsetWidth) / 2;
  });
  document.addEventListener('htmx:load', reveal);

  /* ---- texts that can be copied, where the browser lets a page do so ---- */

  const offerCopies = () => $$('[data-copy][hidden]').forEach((button) => (button.hidden = !navigator.clipboard));
  addEventListener('pageshow', offerCopies);
  document.addEventListener('htmx:load', offerCopies);

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const said = $('span', button);
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = button.dataset.copied;
    setTimeout(() => (said.textContent = ''), 2000);
  });

  addEventListener('pageshow', () => {
    if (!/Mac|iPhone|iPad/.test(navigator.platform)) return;
    $$('.find > .key').forEach((cap) => (cap.textContent = '⌘ K'));
  });
})();
