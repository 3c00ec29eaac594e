// Keeps the console's own files, so that it opens at once over a slow line and says so when there is none. Answers of the
// API are never kept: they may be somebody's personal data.
const kept = 'gongji-console-1';

// The server answers with the page only where one is asked for.
const page = () => new Request('/', { headers: { accept: 'text/html' } });

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.add(page())));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))),
  );
  self.clients.claim();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(request));
  else if (request.mode === 'navigate')
    event.respondWith(fetch(request).catch(() => caches.match('/', { ignoreVary: true })));
});

async function keptFirst(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(kept)).put(request, answer.clone());
  return answer;
}

// What a push message says is made by the server, and is no more than a locked screen may show. One with the id of an
// earlier one takes its place.
self.addEventListener('push', (event) => {
  const { id, title, link } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { tag: id, icon: '/icon.svg', data: { link } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data.link));
});

async function show(link) {
  const { origin } = self.location;
  const url = new URL(link, origin);
  if (url.origin !== origin) return;
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (!open) await self.clients.openWindow(url);
  else await (await open.focus()).navigate(url);
}
