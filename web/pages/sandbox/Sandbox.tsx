import { Shell } from '../../app/Shell.tsx';

export function Sandbox() {
  return <Shell route="sandbox">{null}</Shell>;
}
