import pg from 'pg';

export default async function globalTeardown() {
  await globalThis.gongjiTestBrowser?.close();
  if (globalThis.gongjiTestServer) {
    await globalThis.gongjiTestServer.stop();
    return;
  }
  const admin = new pg.Client({ connectionString: process.env.GONGJI_TEST_ADMIN_URL });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${process.env.GONGJI_TEST_TEMPLATE} WITH (FORCE)`);
  await admin.end();
}
