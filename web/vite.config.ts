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
      ['/graphql', '/imports', '/exports', '/health'].map((path) => [
        path,
        { target: 'http://127.0.0.1:3000', ws: true },
      ]),
    ),
  },
});
