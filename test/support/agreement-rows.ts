import { v7 } from 'uuid';

type Sql = (text: string, values?: unknown[]) => Promise<unknown>;

export interface AgreementRow {
  readonly host: string;
  readonly lender: string;
  readonly headcount?: number;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly state?: string;
  readonly terms?: object;
}

/** A signed agreement as rows, for tests below the API. Its terms are empty unless given. Returns its id. */
export async function insertAgreement(sql: Sql, row: AgreementRow): Promise<string> {
  const { host, lender, headcount = 100, startsOn = '2027-01-01', endsOn = '2027-12-31', state = 'in_force' } = row;
  const id = v7();
  const accountId = v7();
  await sql(
    `INSERT INTO account (id, login, password_hash, kind, role, enterprise_id) VALUES ($1, $2, '', 'enterprise', 'owner', $3)`,
    [accountId, `${accountId}@test.example`, host],
  );
  await sql(
    `INSERT INTO agreement (id, kind, host_id, lender_id, region_id, state, version, starts_on, ends_on, headcount, content_hash, expires_at, signed_at)
     VALUES ($1, 'cooperation', $2, $3, 'GB2260:350524', $4, 1, $5, $6, $7, repeat('0', 64), now() + interval '7 days', now())`,
    [id, host, lender, state, startsOn, endsOn, headcount],
  );
  await sql(
    'INSERT INTO agreement_terms (agreement_id, version, author_id, account_id, terms) VALUES ($1, 1, $2, $3, $4)',
    [id, host, accountId, JSON.stringify(row.terms ?? {})],
  );
  return id;
}
