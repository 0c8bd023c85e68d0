import { start } from '../app/start.tsx';
import { Sweep } from '../pages/sweep/Sweep.tsx';

start(Sweep);
