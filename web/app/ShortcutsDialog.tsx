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
      arm: 'Change the first, second ... arm',
      metric: 'Judge by the previous or next metric',
      table: 'Table of the first chart',
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
      arm: '修改第一、第二……个方案',
      metric: '改用上一个或下一个评判指标',
      table: '第一张图的表格',
      tab: '下一个详情页签',
    },
  },
};

/** Each thing to do, with its keys. */
const listed = [...new Set(shortcuts.map(({ name }) => name))].map((name) => ({
  name,
  keys: shortcuts.filter((each) => each.name === name).map(({ key }) => (key === 'Escape' ? 'Esc' : key)),
}));

export function ShortcutsDialog() {
  const { title, on, names } = useWords(words);
  const [isOn, setOn] = useState(!shortcutsOff());
  return (
    <Dialog title={title}>
      <dl class="keys">
        {listed.map(({ keys, name }) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
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
