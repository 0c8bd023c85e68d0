/** The pages of the site: what each is called in addresses. */
export const routes = {
  home: '',
  compare: 'compare/',
  sandbox: 'sandbox/',
  sweep: 'sweep/',
  network: 'network/',
  cohorts: 'cohorts/',
  methods: 'methods/',
  data: 'data/',
  embed: 'embed/',
  report: 'report/',
} as const;

export type RouteName = keyof typeof routes | 'story';

/** Pages of the bar at the top, in order. */
export const inBar = [
  'home',
  'compare',
  'sandbox',
  'sweep',
  'network',
  'cohorts',
  'methods',
  'data',
] as const;

/** Address of a story from the root of the site. */
export const storyRoute = (name: string): string => `s/${encodeURIComponent(name)}/`;

/** Where the charts of a story's stored result stand as data in each language, from the root of the site. */
export const drawnChartsPath = (story: string, locale: string): string =>
  `${storyRoute(story)}charts.${locale}.json`;

/** Steps from a page up to the root of the site: pages are one folder deep, stories two, home none. */
export const rootFrom = (route: RouteName): string =>
  route === 'home' ? './' : route === 'story' ? '../../' : '../';
