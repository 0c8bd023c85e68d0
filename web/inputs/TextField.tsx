/** A field of the file that is written as in the file, such as `2%`; the reader of scenarios says what is wrong with it. */
import { useId } from 'preact/hooks';
import { printPath } from '../../src/scenario/path.ts';
import { edit } from '../app/edit.ts';
import { type Path, partAt } from '../state/plain.ts';
import { isReadable, plain } from './catalog.ts';
import { lastGood } from './last-good.ts';
import { PathProblem, problemsAt } from './PathProblem.tsx';
import { TypedBox } from './TypedBox.tsx';
import './inputs.css';

interface TextFieldProps {
  readonly path: Path;
  readonly label: string;
  /** What counts where the file says nothing. */
  readonly usual: string;
}

export function TextField({ path, label, usual }: TextFieldProps) {
  const id = useId();
  const place = printPath(path);
  const written = partAt(plain.value, path);
  const before = lastGood(path);
  const put = (value: string) => void edit([{ path, value }], place);
  const goBack = () =>
    void edit([before === undefined ? { path, remove: true } : { path, value: before }], place);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <TypedBox
        id={id}
        label={label}
        text={written === undefined || written === null ? usual : textOf(written)}
        disabled={!isReadable.value}
        problem={problemsAt(place).length > 0 ? `${id}-problem` : undefined}
        onText={put}
      />
      <PathProblem
        place={place}
        label={label}
        id={`${id}-problem`}
        before={before === undefined ? usual : textOf(before)}
        goBack={goBack}
      />
    </div>
  );
}

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
