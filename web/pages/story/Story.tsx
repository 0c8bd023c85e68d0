import { Shell } from '../../app/Shell.tsx';

export function Story() {
  return <Shell route="story">{null}</Shell>;
}
