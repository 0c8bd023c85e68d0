import { Shell } from '../../app/Shell.tsx';

export function Home() {
  return <Shell route="home">{null}</Shell>;
}
