import { start } from '../app/start.tsx';
import { Methods } from '../pages/methods/Methods.tsx';

start(Methods);
