import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly source: string;
}

/** A mail server on loopback that keeps what it takes, and refuses when it is told to. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Refuses as many of the next mails with this code. */
  refusals: { code: number; left: number } = { code: 0, left: 0 };

  private constructor(private readonly smtp: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          const { code, left } = server.refusals;
          if (left > 0) {
            server.refusals = { code, left: left - 1 };
            // As real servers do, it repeats whom the mail was for.
            done(Object.assign(new Error(`not for <${to}>`), { responseCode: code }));
            return;
          }
          server.mails.push({ to, source: Buffer.concat(chunks).toString() });
          done();
        });
      },
    });
    const server = new MailServer(smtp);
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.smtp.server.address() as AddressInfo).port}`;
  }

  to(login: string): ReceivedMail[] {
    return this.mails.filter(({ to }) => to === login);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.smtp.close(() => resolve(undefined)));
  }
}

/** The text of a mail, out of whichever of the two encodings is shorter. */
export function textOf({ source }: ReceivedMail): string {
  const [head = '', ...body] = source.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(text, 'base64').toString();
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll('\r\n', '\n')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

// A long subject is folded into several encoded words.
export const subjectOf = ({ source }: ReceivedMail): string =>
  [...(/^Subject: .*(?:\r\n .*)*/m.exec(source)?.[0] ?? '').matchAll(/=\?UTF-8\?B\?(.*?)\?=/g)]
    .map(([, word = '']) => Buffer.from(word, 'base64').toString())
    .join('');

export const messageIdOf = ({ source }: ReceivedMail): string | undefined =>
  /^Message-ID: <([0-9a-f-]{36})@/im.exec(source)?.[1];
