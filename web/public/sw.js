/**
 * Keeps the site at hand without a network. The last step of a build writes the list of its files into the line below,
 * so that this file changes whenever the site does and browsers take up the new one.
 *
 * Files whose names hold their hash come from the cache; pages and the rest come from the network, and from the cache
 * where there is none. Stored results are never kept: they may be large, and `seedbed view` reads them from disk.
 */
const site = { version: 'unbuilt', files: [] };

const scope = new URL(self.registration.scope);
const NAME = `seedbed ${scope.pathname} `;
const current = `${NAME}${site.version}`;

/** A page that answers no sooner is taken from the cache. */
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (path.startsWith('results') || request.headers.has('range')) return;
  event.respondWith(path.startsWith('assets/') ? cacheFirst(request) : networkFirst(request, path));
});

/** Hashed files that an earlier version has are copied, not fetched again. A file that is missing stops nothing. */
async function fill() {
  const cache = await caches.open(current);
  const take = async (path) => {
    const url = new URL(path, scope).href;
    const known = path.startsWith('assets/') ? await caches.match(url) : undefined;
    const answer = known ?? (await fetch(url, { cache: 'no-cache' }));
    if (answer.ok && !answer.redirected) await cache.put(url, answer);
  };
  for (const path of site.files) await take(path).catch(() => {});
}

/** The version before stays: a tab that still shows it may yet ask for its scripts. */
async function tidy() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== current);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
}

async function cacheFirst(request) {
  return (await caches.match(request.url)) ?? fetchAndKeep(request, request.url);
}

async function networkFirst(request, path) {
  // What a query holds is for the page alone: all of them are the same page.
  const key = new URL(path.replace(/(^|\/)index\.html$/, '$1'), scope).href;
  const kept = async () => (await (await caches.open(current)).match(key)) ?? (await caches.match(key));
  const fromNetwork = fetchAndKeep(request, key);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
  try {
    return (await Promise.race([fromNetwork, late])) ?? (await fromNetwork);
  } catch (error) {
    fromNetwork.catch(() => {});
    const answer = await kept();
    if (answer) return answer;
    throw error;
  }
}

/** Only files of the list are kept, so that nothing grows with what is asked for. */
async function fetchAndKeep(request, key) {
  const answer = await fetch(request);
  const path = key.slice(scope.href.length);
  if (answer.ok && !answer.redirected && site.files.includes(path)) {
    const cache = await caches.open(current);
    await cache.put(key, answer.clone()).catch(() => {});
  }
  return answer;
}
