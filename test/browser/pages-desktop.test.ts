import { visitPages } from './pages.ts';

visitPages('desktop', ['en'], ['light']);
