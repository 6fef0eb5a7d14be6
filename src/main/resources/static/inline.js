// Edits a value where it stands: the link opens its form in its place, Tab saves and goes on to the next, Esc gives the value back.
// Without this file the same link leads to the same form on a page of its own.
(() => {
  'use strict';
  const links = () => [...document.querySelectorAll('main a[data-inline]')].filter((link) => link.checkVisibility?.() ?? true);
  const headers = { 'Seloste-Frame': 'inline' };
  const kept = new WeakMap(); // what stood in a spot before its form

  const parsed = (text) => new DOMParser().parseFromString(text, 'text/html');

  const under = (href, root = document) => [...root.querySelectorAll('a[data-inline]')].find((link) => link.getAttribute('href') === href);
  const busy = new Set(); // addresses of forms that are on their way, and forms that are

  // Whoever presses twice means it once: what came second would take the place of what is written meanwhile.
  const once = async (what, work) => {
    if (busy.has(what)) return null;
    busy.add(what);
    try {
      return await work();
    } finally {
      busy.delete(what);
    }
  };

  const open = (link) => once(link.getAttribute('href'), async () => {
    const href = link.getAttribute('href');
    const answer = await fetch(link.href, { headers });
    const text = await answer.text();
    const here = link.isConnected ? link : under(href); // what stands beside it may have been saved meanwhile
    if (!here) return;
    if (!answer.ok || answer.redirected) return location.assign(link.href);
    const spot = here.closest('[data-spot]');
    kept.set(spot, { nodes: [...spot.childNodes], href });
    show(spot, text);
  });

  const show = (spot, html) => {
    spot.replaceChildren(...parsed(html).body.childNodes);
    spot.classList.add('editing');
    const input = spot.querySelector('[autofocus]') ?? spot.querySelector('input:not([type=hidden]),select,textarea');
    input?.focus();
    input?.select?.();
  };

  const giveBack = (spot) => {
    const was = kept.get(spot);
    spot.classList.remove('editing');
    spot.replaceChildren(...was.nodes);
    return links().find((link) => link.getAttribute('href') === was.href);
  };

  // What was saved beside it meanwhile may have moved the form into a page that is newer.
  const place = (form, before) => form.closest('[data-spot]') ?? before;

  // What somebody else wrote meanwhile stands: it is fetched, since what stood here before is no longer true.
  const leave = async (spot, cancel) => {
    const form = spot.querySelector('form');
    const other = form.dataset.both !== undefined;
    const { href } = kept.get(spot);
    if (other) {
      const answer = await fetch(cancel.href);
      if (!answer.ok) return location.assign(cancel.href);
      const page = parsed(await answer.text());
      renew(page, place(form, spot));
    }
    (other ? links().find((link) => link.getAttribute('href') === href) : giveBack(spot))?.focus();
  };

  // The page as it is by now; what stands beside the changed value may have changed with it, and what is being written there stays.
  const renew = (page, done) => {
    const typing = document.activeElement;
    page.querySelectorAll('[data-panel]').forEach((panel) => {
      const here = document.getElementById(panel.id);
      if (!here) return;
      const written = [...here.querySelectorAll('[data-spot].editing')].filter((spot) => spot !== done);
      document.adoptNode(panel);
      written.forEach((spot) => takeOver(spot, panel));
      here.replaceWith(panel);
      window.htmx?.process(panel);
    });
    document.title = page.title;
    if (typing?.isConnected) typing.focus();
  };

  const takeOver = (spot, panel) => {
    const { href } = kept.get(spot);
    const there = under(href, panel)?.closest('[data-spot]');
    if (!there) return;
    kept.set(there, { nodes: [...there.childNodes], href });
    there.classList.add('editing');
    there.replaceChildren(...spot.childNodes);
  };

  const isWriting = () => document.activeElement?.closest('[data-spot].editing') != null;

  const save = (form, submitter) => once(form, async () => {
    const before = form.closest('[data-spot]');
    const { href } = kept.get(before);
    const body = new URLSearchParams(new FormData(form, submitter));
    const answer = await fetch(form.action, { method: 'POST', headers, body });
    const text = await answer.text();
    const spot = place(form, before);
    if (!answer.redirected) {
      if (answer.status >= 500 || !text.includes('data-inline-form')) return form.submit(), null;
      show(spot, text);
      return null;
    }
    renew(parsed(text), spot);
    return isWriting() ? null : links().find((link) => link.getAttribute('href') === href) ?? null;
  });

  const isChanged = (form) => {
    const was = form.querySelector('[name=was]');
    const value = form.querySelector('[name=value]');
    return !was || !value || was.value !== value.value;
  };

  const next = (link, step) => {
    const all = links();
    const at = all.indexOf(link);
    return at < 0 ? null : all[at + step];
  };

  document.addEventListener('click', (event) => {
    const cancel = event.target.closest('form[data-inline-form] [data-cancel]');
    const spot = cancel?.closest('[data-spot]');
    if (spot && kept.has(spot)) {
      event.preventDefault();
      event.stopPropagation();
      leave(spot, cancel);
      return;
    }
    const link = event.target.closest('a[data-inline]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    event.stopPropagation();
    open(link);
  }, true);

  document.addEventListener('submit', async (event) => {
    const form = event.target.closest('form[data-inline-form]');
    const spot = form?.closest('[data-spot]');
    if (!spot || !kept.has(spot)) return;
    event.preventDefault();
    event.stopPropagation();
    if (form.dataset.both === undefined && !isChanged(form)) return giveBack(spot)?.focus();
    (await save(form, event.submitter))?.focus();
  }, true);

  document.addEventListener('keydown', async (event) => {
    const form = event.target.closest?.('form[data-inline-form]');
    const spot = form?.closest('[data-spot]');
    if (!spot || !kept.has(spot) || form.dataset.both !== undefined) return;
    if (event.key !== 'Tab' || event.target.name !== 'value') return;
    event.preventDefault();
    const link = isChanged(form) ? await save(form) : giveBack(spot);
    if (!link) return;
    const other = next(link, event.shiftKey ? -1 : 1);
    other ? open(other) : link.focus();
  }, true);
})();
