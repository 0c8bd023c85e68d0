import { Shell } from '../../app/Shell.tsx';

export function Embed() {
  return <Shell route="embed">{null}</Shell>;
}
