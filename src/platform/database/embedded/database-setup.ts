import pg from 'pg';
import { codeOf } from '../../errors/error-code.js';
import { type Connection, databaseName, passwordIn, passwordsLost, roleName } from './connection.js';
import { type DataFolder } from './data-folder.js';

const invalidPassword = '28P01';

/**
 * Makes the application's role and database where they are missing. The role is no superuser but owns its database, as
 * with a hosted PostgreSQL: what a migration may do here it may do there (trusted extensions such as btree_gist and
 * pg_trgm included), and what it may not do fails here first.
 */
export async function ensureDatabase(folder: DataFolder, { adminUrl, url }: Connection): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  try {
    await admin.connect();
    const password = pg.escapeLiteral(passwordIn(url));
    if (!(await has(admin, 'SELECT FROM pg_roles WHERE rolname = $1', roleName))) {
      await admin.query(`CREATE ROLE ${roleName} LOGIN PASSWORD ${password}`);
    }
    if (!(await has(admin, 'SELECT FROM pg_database WHERE datname = $1', databaseName))) {
      await admin.query(`CREATE DATABASE ${databaseName} OWNER ${roleName}`);
    }
  } catch (error) {
    if (codeOf(error) !== invalidPassword) throw error;
    throw passwordsLost(folder);
  } finally {
    await admin.end();
  }
}

async function has(admin: pg.Client, sql: string, name: string): Promise<boolean> {
  return (await admin.query(sql, [name])).rowCount !== 0;
}
