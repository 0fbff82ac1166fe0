// Keeps the shell of the app on this device: the empty page, its scripts and styles, and the fonts it has used.
// Answers of the clinic are never kept: whatever begins with /api goes past this program. The server writes the list
// of files and its fingerprint in, so that every build brings a new program; it takes over when no page of the old
// build is open any more, and no page is ever reloaded for it.

const FILES = ['{{SHELL_FILES}}'];
const SHELL = 'shell-{{SHELL_VERSION}}';
const PAGE = '/';
const NONCE = '{{CSP_NONCE}}';
const HASHED = /-[\w-]{8}\.(?:js|css|woff2|svg)$/;
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));

self.addEventListener('activate', (event) => event.waitUntil(forgetOldShells()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === '/api' || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request));
  else if (HASHED.test(pathname)) event.respondWith(fileFor(request));
});

async function keepShell() {
  const cache = await caches.open(SHELL);
  await keepPage(cache);
  await cache.addAll(FILES);
}

/** The page without its nonce: each time it is shown it gets a new one. */
async function keepPage(cache) {
  const answer = await fetch(PAGE, { credentials: 'omit', cache: 'no-store' });
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (!answer.ok || nonce === undefined) throw new Error('no page to keep');
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.set('content-security-policy', policy.replaceAll(nonce, NONCE));
  const text = (await answer.text()).replaceAll(nonce, NONCE);
  await cache.put(PAGE, new Response(text, { headers }));
}

async function forgetOldShells() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The clinic's own page where it answers in time; otherwise the one that is kept. */
async function pageFor(request) {
  const kept = keptPage();
  const fresh = fetch(request).then(
    (answer) => (answer.status >= 500 ? null : answer),
    () => null,
  );
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const first = await Promise.race([fresh, late]);
  return first ?? (await kept) ?? (await fresh) ?? Response.error();
}

async function keptPage() {
  const found = await caches.match(PAGE, { cacheName: SHELL });
  if (found === undefined) return null;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const headers = new Headers(found.headers);
  headers.set(
    'content-security-policy',
    (headers.get('content-security-policy') ?? '').replaceAll(NONCE, nonce),
  );
  return new Response((await found.text()).replaceAll(NONCE, nonce), { headers });
}

/** A file with a fingerprint never changes: what is kept is as good as what the server has. */
async function fileFor(request) {
  // A store of this device that cannot be read is no reason to show nothing.
  const found = await caches.match(request).catch(() => undefined);
  if (found !== undefined) return found;
  const answer = await fetch(request);
  if (answer.ok) await keepFile(request, answer.clone()).catch(() => undefined);
  return answer;
}

async function keepFile(request, answer) {
  const cache = await caches.open(SHELL);
  await cache.put(request, answer);
}
