import { Shell } from '../../app/Shell.tsx';

export function Cohorts() {
  return <Shell route="cohorts">{null}</Shell>;
}
