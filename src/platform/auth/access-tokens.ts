import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';

const issuer = 'gongji';
const audience = 'gongji-api';
const algorithm = 'HS256';

/** Short-lived signed tokens that name a session. They say who, never what one may do: that is looked up. */
@Injectable()
export class AccessTokens {
  private readonly key: Uint8Array;
  readonly lifeSeconds: number;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = new TextEncoder().encode(config.authSecret);
    this.lifeSeconds = config.settings.ACCESS_TOKEN_MINUTES * 60;
  }

  async issue(sessionId: string): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: algorithm })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + this.lifeSeconds)
      .sign(this.key);
  }

  /** The session a token names; undefined for anything forged, expired, or meant for someone else. */
  async sessionOf(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [algorithm],
        issuer,
        audience,
        clockTolerance: 5,
        currentDate: this.clock.now(),
      });
      return typeof payload['sid'] === 'string' ? payload['sid'] : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
