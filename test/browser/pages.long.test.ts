import { visitPages } from './pages.ts';

visitPages('desktop', ['en', 'zh-CN']);
visitPages('phone', ['en', 'zh-CN']);
