import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSms {
  readonly authorization: string | undefined;
  readonly status: number;
  readonly id: string;
  readonly to: string;
  readonly templateId: string;
  readonly params: Readonly<Record<string, string>>;
}

/** An SMS gateway on loopback that keeps what it was asked, and answers as it is told to. */
export class SmsGateway {
  readonly asked: ReceivedSms[] = [];
  /** What the next requests are answered; 200 after that. */
  answers: number[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmsGateway> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const sms = JSON.parse(Buffer.concat(chunks).toString()) as Omit<ReceivedSms, 'status' | 'authorization'>;
        const status = gateway.answers.shift() ?? 200;
        gateway.asked.push({ ...sms, status, authorization: request.headers.authorization });
        // As real gateways do, it repeats whom the SMS was for.
        response.writeHead(status).end(`${sms.to} answered`);
      });
    });
    const gateway = new SmsGateway(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/sms`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
