import { defineConfig } from 'vite';

/** The console is built into the API's static folder; `npm run web` serves it while one works on it. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL in a style would be one more thing for the Content-Security-Policy to let through.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
  },
  server: {
    proxy: Object.fromEntries(
      // A screen shares its first word with the papers of what it shows: only the papers are passed on.
      [
        ...['/graphql', '/imports', '/exports', '/health', '/files', '/my/data.json', '/verify', '/.well-known'],
        ...[
          '^/agreements/[^/]+/paper',
          '^/settlements/[^/]+/statement',
          '^/settlement-lines/',
          '^/material-lots/',
          '^/capacity/feed/',
        ],
      ].map((path) => [
        path,
        {
          ...{ target: 'http://127.0.0.1:3000', ws: true },
          // The page and the question that it asks have one address.
          bypass: ({ method, url }: { method?: string; url?: string }) =>
            method === 'GET' && url === '/verify' ? url : undefined,
        },
      ]),
    ),
  },
});
