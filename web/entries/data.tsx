import { start } from '../app/start.tsx';
import { Data } from '../pages/data/Data.tsx';

start(Data);
