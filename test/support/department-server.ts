import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a department's own address answers. */
export interface DepartmentAnswer {
  readonly status?: number;
  readonly body?: string;
  readonly location?: string;
}

/** A department that publishes on loopback: answers what the test says, keeps what it was asked. */
export class DepartmentServer {
  answer: DepartmentAnswer = {};
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<DepartmentServer> {
    const server = createServer();
    const department = new DepartmentServer(server);
    server.on('request', (request, response) => {
      department.asked.push({ path: request.url ?? '', headers: request.headers });
      const { status = 200, body = '', location } = department.answer;
      response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return department;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/series.json`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
