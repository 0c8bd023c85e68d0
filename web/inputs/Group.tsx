/** A group of inputs that opens and closes; its inputs are made when it is first opened. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface GroupProps {
  readonly label: string;
  readonly about: string;
  readonly isOpen?: boolean;
  readonly children: () => ComponentChildren;
}

export function Group({ label, about, isOpen = false, children }: GroupProps) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details class="inputs-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && (
        <>
          <p class="inputs-group-about">{about}</p>
          {children()}
        </>
      )}
    </details>
  );
}
