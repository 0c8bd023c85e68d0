import { start } from '../app/start.tsx';
import { Story } from '../pages/story/Story.tsx';

start(Story);
