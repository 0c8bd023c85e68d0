import { visitPages } from './pages.ts';

visitPages('desktop', ['en', 'zh-CN'], ['light', 'dark']);
visitPages('phone', ['en', 'zh-CN'], ['light', 'dark']);
