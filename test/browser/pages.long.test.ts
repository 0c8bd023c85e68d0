import { visitPages } from './pages.ts';

visitPages('desktop', () => true);
visitPages('phone', () => true);
