/** The compare page as one file that runs from disk. */
import { render } from 'preact';
import { readSettings } from '../app/settings.ts';
import { Compare } from '../pages/compare/Compare.tsx';
import 'virtual:report.css';
import '../style/site.css';

readSettings();
render(<Compare />, document.querySelector('[data-page]') ?? document.body);
