import { Shell } from '../../app/Shell.tsx';

export function Data() {
  return <Shell route="data">{null}</Shell>;
}
