/** What every notebook page has around its cells: the site's look. */
import 'virtual:report.css';
import '../style/site.css';
import './notebook.css';
import { readSettings } from '../app/settings.ts';

readSettings();
