// For the company's own sites: puts a form where this script stands, in a frame that is as high as the form.
(() => {
  'use strict';
  const script = document.currentScript;
  if (!script?.dataset.form) return;
  const house = new URL(script.src).origin;
  const frame = document.createElement('iframe');
  const lang = script.dataset.lang ? '&lang=' + encodeURIComponent(script.dataset.lang) : '';
  const dark = script.dataset.theme === 'dark';
  frame.src = house + '/f/' + encodeURIComponent(script.dataset.form) + (dark ? '?embed=dark' : '?embed=1') + lang;
  frame.title = script.dataset.title ?? '';
  frame.loading = 'lazy';
  frame.style.cssText = 'display:block;width:100%;height:760px;border:0;color-scheme:' + (dark ? 'dark' : 'light');
  script.before(frame);
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== house || event.data?.seloste !== 'height') return;
    frame.style.height = Math.min(20000, Math.max(100, Number(event.data.height) || 760)) + 'px';
  });
})();
