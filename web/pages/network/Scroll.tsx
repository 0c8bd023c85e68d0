import type { ComponentChildren } from 'preact';

interface ScrollProps {
  readonly class: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A part that scrolls by itself, so keys must be able to reach it. */
export const Scroll = ({ class: style, label, children }: ScrollProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <section class={`scroll ${style}`} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
