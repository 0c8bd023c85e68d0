/** A word from the browser when a long run is done, for whoever asked for it. Leave is asked for by that press alone. */
import { effect, signal } from '@preact/signals';
import { run, say, scenario } from './workspace.ts';

/** Whether somebody waits for the run under way. */
export const isAwaited = signal(false);

export interface DoneWords {
  readonly done: string;
  readonly failed: string;
}

export const canNotify = (): boolean => typeof Notification === 'function';

/** Asks for a word when the run is done, or takes that back. */
export async function toggleNotice(words: DoneWords): Promise<void> {
  if (isAwaited.value) {
    isAwaited.value = false;
    return;
  }
  if ((await Notification.requestPermission()) !== 'granted') return say('notNotified');
  isAwaited.value = true;
  const forget = effect(() => {
    const { is } = run.value;
    if (isAwaited.value && (is === 'running' || is === 'paused')) return;
    if (isAwaited.value && is !== 'stopped') void notify(is === 'failed' ? words.failed : words.done);
    isAwaited.value = false;
    queueMicrotask(() => forget());
  });
}

/** Phones show it through the worker that keeps the site for offline. */
async function notify(title: string): Promise<void> {
  const body = scenario.peek()?.title.en ?? '';
  try {
    const shown = new Notification(title, { body });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.showNotification(title, { body });
  }
}
