import { start } from '../app/start.tsx';
import { Report } from '../pages/report/Report.tsx';

start(Report);
