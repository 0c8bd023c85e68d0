import { start } from '../app/start.tsx';
import { Compare } from '../pages/compare/Compare.tsx';

start(Compare);
