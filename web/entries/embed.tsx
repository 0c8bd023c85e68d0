import { start } from '../app/start.tsx';
import { Embed } from '../pages/embed/Embed.tsx';

start(Embed);
