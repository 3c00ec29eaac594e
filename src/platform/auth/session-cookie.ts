import { parse, serialize } from 'cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../config/config.js';

// The longest that browsers keep a cookie. The session behind it ends when the server says so, long before.
const maxAgeSeconds = 400 * 24 * 3600;

/** The cookie that names a browser's session. No script can read it, and no other site's request carries it. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(config: Config) {
    this.isSecure = config.isHttps;
    // The prefix makes browsers refuse it without Secure, with a Domain, or from another host.
    this.name = this.isSecure ? '__Host-gongji' : 'gongji';
  }

  /** The secret in a `Cookie` header. */
  secretIn(header: string | undefined): string | undefined {
    return header === undefined ? undefined : parse(header)[this.name];
  }

  /** Gives the browser its session. */
  keep(reply: FastifyReply | undefined, secret: string): void {
    this.send(reply, secret, maxAgeSeconds);
  }

  /** Takes it away. */
  drop(reply: FastifyReply | undefined): void {
    this.send(reply, '', 0);
  }

  private send(reply: FastifyReply | undefined, value: string, maxAge: number): void {
    const cookie = serialize(this.name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.isSecure,
      maxAge,
    });
    void reply?.header('set-cookie', cookie);
  }
}
