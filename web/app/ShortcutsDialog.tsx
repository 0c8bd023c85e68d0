/** The single keys there are, and the switch for them. */
import { useState } from 'preact/hooks';
import type { Locale } from '../../src/report/format.ts';
import { Dialog } from './Dialog.tsx';
import { useWords } from './Shell.tsx';
import { type Shortcut, shortcuts, shortcutsOff, switchShortcuts } from './shortcuts.ts';

interface ShortcutWords {
  readonly title: string;
  readonly on: string;
  readonly names: Readonly<Record<Shortcut['name'], string>>;
}

const words: Readonly<Record<Locale, ShortcutWords>> = {
  en: {
    title: 'Keys',
    on: 'Single keys act on this page',
    names: {
      help: 'This list',
      run: 'Run',
      stop: 'Stop the run',
      share: 'Share',
      open: 'Open a file',
      undo: 'Undo',
      tab: 'Next tab of details',
    },
  },
  'zh-CN': {
    title: '快捷键',
    on: '在本页启用单键快捷键',
    names: {
      help: '本列表',
      run: '运行',
      stop: '停止运行',
      share: '分享',
      open: '打开文件',
      undo: '撤销',
      tab: '下一个详情页签',
    },
  },
};

export function ShortcutsDialog() {
  const { title, on, names } = useWords(words);
  const [isOn, setOn] = useState(!shortcutsOff());
  return (
    <Dialog title={title}>
      <dl class="keys">
        {shortcuts.map(({ key, name }) => (
          <div key={key}>
            <dt>
              <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
            </dt>
            <dd>{names[name]}</dd>
          </div>
        ))}
      </dl>
      <label class="share-check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            switchShortcuts(checked);
            setOn(checked);
          }}
        />{' '}
        {on}
      </label>
    </Dialog>
  );
}
