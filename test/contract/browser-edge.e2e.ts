import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Actors, need, password } from '../support/actors.js';
import { TestApp } from '../support/app.js';

let app: TestApp;
let actors: Actors;
beforeAll(async () => {
  app = await TestApp.start();
  actors = new Actors(app);
});
afterAll(() => app.close());

const logIn = `mutation ($input: LogInInput!) { logIn(input: $input) { accessToken refreshToken account { login } } }`;

/** A browser: sends its cookie and says where a request comes from. */
async function post(
  query: string,
  variables: object = {},
  { cookie, origin = app.url, ...headers }: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(origin && { origin }),
      ...(cookie && { cookie }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
}

async function logInByCookie(login: string): Promise<{ cookie: string; header: string }> {
  const response = await post(logIn, { input: { login, password, keepIn: 'COOKIE' } });
  const header = response.headers.get('set-cookie') ?? '';
  return { header, cookie: header.split(';')[0] ?? '' };
}

const me = async (cookie: string, headers: Record<string, string> = {}): Promise<string | undefined> => {
  const answer = (await (await post('{ me { login } }', {}, { cookie, ...headers })).json()) as {
    data: { me: { login: string } } | null;
  };
  return answer.data?.me.login;
};

describe('a session in a cookie', () => {
  it('is kept from scripts and from other sites, holds no token, and ends with the log-out', async () => {
    const { login } = await actors.idleWorker();
    const response = await post(logIn, { input: { login, password, keepIn: 'COOKIE' } });
    const { data } = (await response.json()) as { data: { logIn: Record<string, unknown> } };
    expect(data.logIn).toEqual({ accessToken: null, refreshToken: null, account: { login } });
    const header = response.headers.get('set-cookie') ?? '';
    expect(header).toMatch(/^gongji=[^;]{30,};/);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(header).toContain(part);
    const cookie = header.split(';')[0] ?? '';
    expect(await me(cookie)).toBe(login);
    const out = await post('mutation { logOut }', {}, { cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^gongji=;.*Max-Age=0/);
    expect(await me(cookie)).toBeUndefined();
  });

  it('is Secure and bound to its host where users come over TLS', async () => {
    const secure = await TestApp.start({ PUBLIC_URL: 'https://gongji.example' });
    try {
      const { login } = await new Actors(secure).operator();
      const response = await fetch(`${secure.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://gongji.example' },
        body: JSON.stringify({ query: logIn, variables: { input: { login, password, keepIn: 'COOKIE' } } }),
      });
      expect(response.headers.get('set-cookie')).toMatch(/^__Host-gongji=.*Secure/);
      expect(response.headers.get('strict-transport-security')).toContain('max-age');
    } finally {
      await secure.close();
    }
  });

  it('says nobody when it is over; the page goes on without', async () => {
    const response = await post('{ needs(first: 1) { edges { cursor } } }', {}, { cookie: 'gongji=gjc_forged' });
    expect(response.status).toBe(200);
    expect(await me('gongji=gjc_forged')).toBeUndefined();
  });

  it('gives no tokens to exchange, and a token’s session has no cookie', async () => {
    const { login } = await actors.idleWorker();
    const plain = await post(logIn, { input: { login, password } });
    expect(plain.headers.get('set-cookie')).toBeNull();
    const { cookie } = await logInByCookie(login);
    const secret = cookie.split('=')[1] ?? '';
    const refused = await app.refusal(
      'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken } }',
      { input: { refreshToken: secret } },
    );
    expect(refused).toBe('UNAUTHENTICATED');
    expect(await app.refusal('{ me { login } }', {}, { as: secret })).toBe('UNAUTHENTICATED');
  });

  it('does not act for another site (CSRF), whatever that site sends', async () => {
    const { login } = await actors.idleWorker();
    const { cookie } = await logInByCookie(login);
    const attacks: Record<string, string>[] = [
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, 'sec-fetch-site': 'same-site' },
      { cookie, 'sec-fetch-site': 'cross-site', origin: '' },
      { cookie, origin: '' },
      { cookie: '', origin: 'https://evil.example' },
    ];
    for (const headers of attacks) {
      const response = await post('mutation { logOut }', {}, headers);
      expect([headers, response.status]).toEqual([headers, 403]);
    }
    expect(await me(cookie)).toBe(login);
  });
});

describe('the console', () => {
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(app.url + path, { headers });

  it('is one page for every address a browser goes to, with a policy that lets nothing foreign in', async () => {
    for (const path of ['/', '/host/new', '/nowhere/at/all']) {
      const response = await get(path, { accept: 'text/html,*/*' });
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).toContain('<div id="root"');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('serves its files for good, compressed, and nothing else from the disk', async () => {
    const page = await (await get('/', { accept: 'text/html' })).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const response = await get(script, { 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toContain('javascript');
    const map = (await (await get('/maps/counties.topo.json')).json()) as { type: string };
    expect(map.type).toBe('Topology');
    for (const path of ['/assets/none.js', '/..%2fpackage.json', '/.vite/manifest.json', '/index.html.br', '/.env'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

describe('live news', () => {
  const address = (): string => `${app.url.replace('http', 'ws')}/graphql`;

  /** Subscribes and answers how to wait for the next piece of news. */
  const listen = (token: string, query: string, variables: Record<string, unknown> = {}): AsyncGenerator =>
    createClient({
      url: address(),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}`, language: 'en' },
      retryAttempts: 0,
    }).iterate({ query, variables }) as AsyncGenerator;

  it('tells the host of its need, and nobody of another’s', async () => {
    const host = await actors.enterprise();
    const { publishNeed } = await app.ask<{ publishNeed: { id: string } }>(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input: need() },
      { as: host.token },
    );
    await app.settle();
    const news = listen(host.token, 'subscription ($id: ID!) { needChanged(id: $id) }', { id: publishNeed.id });
    await news.next();
    const second = news.next();
    await app.ask(
      'mutation ($input: ChangeNeedInput!) { changeNeed(input: $input) { id } }',
      { input: { needId: publishNeed.id, headcount: 5 } },
      { as: host.token },
    );
    expect(JSON.stringify(await second)).toMatch(/needChanged/);
    await news.return(undefined);

    await app.ask(
      'mutation ($input: EndNeedInput!) { cancelNeed(input: $input) { id } }',
      { input: { needId: publishNeed.id } },
      { as: host.token },
    );
    const other = await actors.enterprise();
    const refused = listen(other.token, 'subscription ($id: ID!) { needChanged(id: $id) }', { id: publishNeed.id });
    expect(JSON.stringify(await refused.next())).toContain('NOT_FOUND');
  });

  it('wants a log-in, small documents, and subscriptions only', async () => {
    const worker = await actors.idleWorker();
    const first = async (token: string, query: string): Promise<string> => {
      try {
        return JSON.stringify(await listen(token, query).next());
      } catch (error) {
        return JSON.stringify(error);
      }
    };
    expect(await first('forged', 'subscription { workChanged }')).toContain('UNAUTHENTICATED');
    expect(await first(worker.token, '{ me { login } }')).toContain('only subscriptions');
    expect(await first(worker.token, 'mutation { logOut }')).toContain('only subscriptions');
    expect(await first(worker.token, `subscription { ${'a '.repeat(2_100)} }`)).toContain('REQUEST_REFUSED');
    expect(await first(worker.token, 'subscription { workChanged }')).toContain('workChanged');
  });

  it('opens for no other site and on no other path', async () => {
    const worker = await actors.idleWorker();
    const { cookie } = await logInByCookie(worker.login);
    const open = async (url: string, origin: string): Promise<number> => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers: { cookie, origin } });
      const [, answer] = (await Promise.race([
        once(socket, 'unexpected-response'),
        once(socket, 'open').then(() => [undefined, { statusCode: 101 }]),
      ])) as [unknown, { statusCode: number }];
      socket.terminate();
      return answer.statusCode;
    };
    expect(await open(address(), 'https://evil.example')).toBe(403);
    expect(await open(address().replace('/graphql', '/elsewhere'), app.url)).toBe(404);
    expect(await open(address(), app.url)).toBe(101);
  });
});
