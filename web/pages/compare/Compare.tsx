import { Shell } from '../../app/Shell.tsx';

export function Compare() {
  return <Shell route="compare">{null}</Shell>;
}
