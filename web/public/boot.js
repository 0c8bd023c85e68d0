// Before the first paint: language and look as the viewer chose them, else as the browser says; and a link whose
// state came as a query (some chat apps drop fragments) gets its fragment back, so that no host sees it twice.
// Then: fetches what draws charts live once the page itself is there, and runs none of it; and waits for the first thing
// that the viewer does, from which on the page becomes live.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const page = document.documentElement;
  const languages = navigator.languages || [navigator.language || 'en'];
  const first = languages.find((language) => /^(zh|en)/i.test(language)) || 'en';
  const chosen = read('seedbed.language');
  page.lang = chosen === 'en' || chosen === 'zh-CN' ? chosen : /^zh/i.test(first) ? 'zh-CN' : 'en';
  const look = read('seedbed.theme');
  page.dataset.theme = ['light', 'dark', 'contrast'].includes(look) ? look : 'system';
  const asked = /[?&]z(?:=|%3D)([^&]+)/i.exec(location.search);
  if (asked) {
    const rest = location.search.replace(/[?&]z(?:=|%3D)[^&]+/i, '').replace(/^&/, '?');
    history.replaceState(null, '', `${location.pathname}${rest === '?' ? '' : rest}#z=${asked[1]}`);
  }
  const touches = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchstart', 'focusin'];
  const touched = () => {
    for (const each of touches) removeEventListener(each, touched);
    page.dataset.touched = '';
    dispatchEvent(new Event('firsttouch'));
  };
  for (const each of touches) addEventListener(each, touched, { passive: true });
  const preload = () => {
    const later = document.querySelector('meta[name="preload-later"]');
    for (const href of later ? later.content.split(' ') : [])
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  };
  const saves = navigator.connection && navigator.connection.saveData;
  addEventListener(saves ? 'firsttouch' : 'load', preload, { once: true });
})();
