import { Shell } from '../../app/Shell.tsx';

export function Methods() {
  return <Shell route="methods">{null}</Shell>;
}
