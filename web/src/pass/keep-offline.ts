// The cache of public/sw.js, by its name there.
const name = 'gongji-console-1';

/** Keeps all that this page was made of, so that it opens without network from its first visit on. */
export async function keepOffline(): Promise<void> {
  if (!('caches' in window)) return;
  const cache = await caches.open(name);
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const loaded = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  // The page itself each time: it names the files of the newest release. The server answers with it only where one is asked for.
  const page = new Request('/', { headers: { accept: 'text/html' } });
  await cache.addAll([page, ...new Set(loaded.filter((path) => !known.has(path)))]);
}
