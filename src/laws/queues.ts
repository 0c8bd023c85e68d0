/** Questions that wait for helpers. */
import { law } from './law.ts';

export const little = law({
  label: { en: 'How many are there', 'zh-CN': '平均在场数' },
  formula: 'arrivals wait',
  source: 'Little 1961, Operations Research 9(3):383',
  unit: 'count',
  arguments: {
    arrivals: { kind: 'rate', unit: 'per day', about: 'How many come.' },
    wait: { kind: 'days', unit: 'days', about: 'How long each is there.' },
  },
  value: ({ arrivals, wait }) => arrivals * wait,
});

const desk = {
  servers: { kind: 'count', unit: 'helpers', min: 1, max: 10_000, about: 'Helpers.' },
  load: {
    kind: 'positive',
    unit: 'helpers',
    min: 0,
    about: 'Arrivals times mean service time: how many helpers the questions would keep busy.',
  },
} as const;
const source = 'Erlang 1917, Post Office Electrical Engineers J. 10:189';

/** Erlang C by Erlang B: B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)). */
function waiting(servers: number, load: number): number {
  if (load >= servers) return Number.NaN;
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return (servers * blocked) / (servers - load * (1 - blocked));
}

export const waitChance = law({
  label: { en: 'Chance that a question waits', 'zh-CN': '提问需要等待的概率' },
  formula: 'Erlang C of servers and load, load < servers',
  source,
  unit: 'chance',
  arguments: desk,
  value: ({ servers, load }) => waiting(servers, load),
});

export const waitingLine = law({
  label: { en: 'Questions that wait', 'zh-CN': '等待中的提问数' },
  formula: 'Erlang C load / (servers - load), load < servers',
  source,
  unit: 'count',
  arguments: desk,
  value: ({ servers, load }) => (waiting(servers, load) * load) / (servers - load),
});

export const meanWait = law({
  label: { en: 'Mean wait', 'zh-CN': '平均等待时间' },
  formula: 'Erlang C service / (servers - load), load < servers',
  source,
  unit: 'days',
  arguments: { ...desk, service: { kind: 'days', unit: 'days', about: 'Mean time of one answer.' } },
  value: ({ servers, load, service }) => (waiting(servers, load) * service) / (servers - load),
});
