/** What the page has to say once, with a way to put it aside. */
import { noticeFrame } from './notice-words.ts';
import { useLocale, useWords } from './Shell.tsx';
import { dismiss, notices } from './workspace.ts';

export function Notices() {
  const locale = useLocale();
  const frame = useWords(noticeFrame);
  return (
    <div role="status">
      {notices.value.map(({ id, text }) => (
        <div class="notice" key={id}>
          <span>{text[locale]}</span>
          <button type="button" onClick={() => dismiss(id)}>
            {frame.dismiss}
          </button>
        </div>
      ))}
    </div>
  );
}
