import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const mapRoute = '/maps/counties.topo.json';

/** The built console, from the source tree and from dist alike. */
function consoleFolder(): string {
  const candidates = ['../../../dist/web', '../../../web'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(`${path}/index.html`));
  if (!found) throw new Error('the console is not built: run `npm run build`');
  return found;
}

/**
 * Serves the console under `/`: its files as they were when the process started, and its one page for every address that
 * a browser navigates to and nothing else answers. `mapFile` replaces the map of counties.
 */
export async function serveConsole(fastify: FastifyInstance, mapFile: string): Promise<void> {
  const root = consoleFolder();
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    globIgnore: ['**/*.br', '**/*.gz', `.${mapRoute}`, mapRoute.slice(1), 'index.html', '.vite/**'],
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      // Names under assets/ carry a hash of their content.
      const isImmutable = path.includes('/assets/');
      response.setHeader('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get(mapRoute, (_request, reply) =>
    mapFile === '' ? reply.sendFile(mapRoute.slice(1)) : reply.sendFile(basename(mapFile), dirname(resolve(mapFile))),
  );
  fastify.get('/*', (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) {
      reply.callNotFound();
      return;
    }
    return reply.sendFile('index.html');
  });
}
