import { start } from '../app/start.tsx';
import { Network } from '../pages/network/Network.tsx';

start(Network);
