// The phone's own key (P-256). It is made in the browser, cannot be taken out of it, and is kept in IndexedDB.
// Use: `const key = await deviceKey()`, then `issueWorkPass(input: { idempotencyKey, placementId, deviceKey: await
// publicJwkOf(key) })`. A browser that lost its storage makes another key; asking for a certificate again then revokes the
// old one. WebCrypto needs https (or localhost).

const database = 'gongji-pass';
const store = 'keys';
const name = 'device';
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The key of this browser, made on first use. */
export async function deviceKey(): Promise<CryptoKeyPair> {
  const db = await open();
  try {
    const known = await read(db);
    if (known) return known;
    await keep(db, await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']));
    // Another tab may have been first: its key counts.
    const kept = await read(db);
    if (!kept) throw new Error('the browser keeps no key');
    return kept;
  } finally {
    db.close();
  }
}

/** The public half as issueWorkPass takes it. */
export async function publicJwkOf({ publicKey }: CryptoKeyPair): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return JSON.stringify({ kty, crv, x, y });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(store);
  };
  return resultOf(request);
}

async function read(db: IDBDatabase): Promise<CryptoKeyPair | undefined> {
  return resultOf(db.transaction(store).objectStore(store).get(name) as IDBRequest<CryptoKeyPair | undefined>);
}

/** Keeps the pair unless there is one already. */
function keep(db: IDBDatabase, pair: CryptoKeyPair): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, 'readwrite');
    const objects = transaction.objectStore(store);
    const count = objects.count(name);
    count.onsuccess = () => {
      if (count.result === 0) objects.put(pair, name);
    };
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onerror = () => {
      reject(transaction.error ?? new Error('the browser keeps no key'));
    };
  });
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no IndexedDB'));
    };
  });
}
