import { Shell } from '../../app/Shell.tsx';

export function Network() {
  return <Shell route="network">{null}</Shell>;
}
