import { onTheWay, visitPages } from './pages.ts';

visitPages('phone', ['zh-CN'], ['dark'], onTheWay);
