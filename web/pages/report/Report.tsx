import { Shell } from '../../app/Shell.tsx';

export function Report() {
  return <Shell route="report">{null}</Shell>;
}
