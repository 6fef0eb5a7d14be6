// Works out what a public form asks of a browser before it is sent, in a worker, from the moment somebody begins to fill it in. Without this
// file the form is sent all the same; then it asks for more patience.
(() => {
  'use strict';
  const opened = new WeakMap();
  const working = new WeakMap();

  const field = (form) => form?.querySelector?.('input[data-guard]') ?? null;

  const worked = (input) => {
    if (input.value || !input.dataset.guard) return Promise.resolve();
    if (!working.has(input)) {
      working.set(input, new Promise((done) => {
        try {
          const worker = new Worker(input.dataset.worker);
          worker.onmessage = ({ data }) => { input.value = data; worker.terminate(); done(); };
          worker.onerror = () => done();
          worker.postMessage({ puzzle: input.dataset.guard, bits: Number(input.dataset.bits) });
        } catch {
          done();
        }
      }));
    }
    return working.get(input);
  };

  const waited = (input) => {
    const left = (opened.get(input) ?? 0) + Number(input.dataset.least) * 1000 - performance.now();
    return new Promise((done) => setTimeout(done, Math.max(0, left)));
  };

  const see = () => document.querySelectorAll('input[data-guard]').forEach((input) => {
    if (!opened.has(input)) opened.set(input, performance.now());
  });

  see();
  document.addEventListener('htmx:load', see);
  document.addEventListener('focusin', (event) => {
    const input = field(event.target.closest?.('form'));
    if (input) see(), worked(input);
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    const input = field(form);
    if (!input || input.dataset.ready === 'yes') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    see();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    Promise.all([worked(input), waited(input)]).then(() => {
      form.ariaBusy = null;
      input.dataset.ready = 'yes';
      form.requestSubmit(event.submitter ?? undefined);
      input.dataset.ready = '';
    });
  }, true);
})();
