import { start } from '../app/start.tsx';
import { Sandbox } from '../pages/sandbox/Sandbox.tsx';

start(Sandbox);
