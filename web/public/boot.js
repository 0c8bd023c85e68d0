// Before the first paint: language and look as the viewer chose them, else as the browser says; and a link whose
// state came as a query (some chat apps drop fragments) gets its fragment back, so that no host sees it twice.
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
})();
