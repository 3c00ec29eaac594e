import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.js';

export interface MetricsListener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics` for a Prometheus on a port of its own, which no user of the service reaches.
 * Rejects when the port is taken.
 */
export async function serveMetrics({ registry }: Metrics, port: number, host: string): Promise<MetricsListener> {
  // Only here: watching the process costs something, and nobody asks where nothing is served.
  collectDefaultMetrics({ register: registry, prefix: 'gongji_' });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => response.writeHead(503).end(error instanceof Error ? error.message : 'unavailable'),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  server.unref();
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
