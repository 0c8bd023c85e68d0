/** Paper is light, whatever the screen is. */

/** Until undone, printing takes the light look and gives the viewer's back afterwards. */
export function printInLight(): () => void {
  const page = document.documentElement;
  let chosen: string | undefined;
  const before = () => {
    chosen = page.dataset.theme;
    page.dataset.theme = 'light';
    for (const details of document.querySelectorAll('details.printed')) details.setAttribute('open', '');
  };
  const after = () => {
    if (chosen !== undefined) page.dataset.theme = chosen;
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}
