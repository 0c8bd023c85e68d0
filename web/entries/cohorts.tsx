import { start } from '../app/start.tsx';
import { Cohorts } from '../pages/cohorts/Cohorts.tsx';

start(Cohorts);
