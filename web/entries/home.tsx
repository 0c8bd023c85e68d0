import { start } from '../app/start.tsx';
import { Home } from '../pages/home/Home.tsx';

start(Home);
