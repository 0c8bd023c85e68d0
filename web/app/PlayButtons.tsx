/** Play or pause, a step back, a step on: for whatever runs day by day. */
interface PlayButtonsProps {
  readonly isPlaying: boolean;
  readonly words: {
    readonly play: string;
    readonly pause: string;
    readonly back: string;
    readonly step: string;
  };
  readonly toggle: () => void;
  readonly step: (by: 1 | -1) => void;
  /** Whether there is no step back, or none on. */
  readonly isAtStart?: boolean;
  readonly isAtEnd?: boolean;
}

export function PlayButtons(props: PlayButtonsProps) {
  const { isPlaying, words, toggle, step, isAtStart = false, isAtEnd = false } = props;
  return (
    <>
      <button type="button" class="primary play-button" onClick={toggle}>
        <Icon is={isPlaying ? 'pause' : 'play'} />
        {isPlaying ? words.pause : words.play}
      </button>
      <StepButton is="back" label={words.back} disabled={isAtStart} onClick={() => step(-1)} />
      <StepButton is="step" label={words.step} disabled={isAtEnd} onClick={() => step(1)} />
    </>
  );
}

interface StepButtonProps {
  readonly is: 'back' | 'step';
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

const StepButton = ({ is, label, disabled, onClick }: StepButtonProps) => (
  <button type="button" class="framed" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
    <Icon is={is} />
  </button>
);

const icons = {
  play: 'M5 3v10l8-5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  step: 'M3 3v10l6-5zM10 3h2.5v10H10z',
  back: 'M13 3v10L7 8zM6 3H3.5v10H6z',
} as const;

const Icon = ({ is }: { readonly is: keyof typeof icons }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={icons[is]} fill="currentColor" />
  </svg>
);
