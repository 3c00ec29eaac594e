import type { FastifyReply, FastifyRequest } from 'fastify';
import DataLoader from 'dataloader';
import { type Language, languageOf } from '../i18n/message.js';
import { newId } from '../ids/ids.js';
import type { Authenticator } from './authenticator.js';
import type { Viewer } from './viewer.js';

/** What belongs to one request: who calls, in which language, and the loaders that batch its look-ups. */
export class RequestContext {
  readonly requestId = newId();
  readonly ip: string;
  private readonly acceptLanguage: string | undefined;
  private readonly loaders = new Map<object, DataLoader<string, unknown>>();
  private resolved: Promise<Viewer> | undefined;
  private known: Viewer | undefined;

  constructor(
    private readonly request: Pick<FastifyRequest, 'headers' | 'ip'>,
    private readonly authenticator: Authenticator,
    /** Where cookies are set; a subscription has none. */
    readonly reply?: FastifyReply,
  ) {
    this.ip = request.ip;
    this.acceptLanguage = request.headers['accept-language'];
  }

  /** Authenticated once per request; throws UNAUTHENTICATED for bad credentials. */
  async viewer(): Promise<Viewer> {
    this.resolved ??= this.authenticator.viewerOf(this.request.headers);
    this.known = await this.resolved;
    return this.known;
  }

  /** What the request asks for, else what the account prefers, else zh-CN. */
  get language(): Language {
    if (this.acceptLanguage && this.acceptLanguage !== '*') return languageOf(this.acceptLanguage);
    return this.known && 'language' in this.known ? this.known.language : 'zh-CN';
  }

  /** The request's own loader for `batch`: rows by id, asked for one by one and read together. */
  load<T>(batch: BatchLoad<T>, key: string): Promise<T | undefined> {
    const known = this.loaders.get(batch) as DataLoader<string, T | undefined> | undefined;
    const loader =
      known ??
      new DataLoader<string, T | undefined>(async (keys) => {
        const found = await batch(keys);
        return keys.map((one) => found.get(one));
      });
    if (!known) this.loaders.set(batch, loader);
    return loader.load(key);
  }
}

/** Reads many at once. It must be one function object per kind of look-up, e.g. a service's bound property. */
export type BatchLoad<T> = (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>;
