import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { codeOf, RefusedError, tryAgain, unavailable } from '../errors/index.js';
import { Traces } from '../traces/traces.js';
import { constraintRefusal } from './constraints.js';

/** A transaction's own entity manager; every write takes one. */
export type Tx = EntityManager;

const maxTries = 4;

/** The one way to the database for writes: explicit transactions, retried where PostgreSQL asks for it. */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly traces: Traces,
  ) {}

  /** For reads outside a transaction. */
  get reader(): EntityManager {
    return this.source.manager;
  }

  /**
   * Runs `work` in one transaction. Serialisation failures and deadlocks are retried with jitter, then CONFLICT;
   * a violated named constraint becomes its refusal; anything else is thrown as it is.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.traces.step('transaction', () => this.tryTransaction(work));
  }

  private async tryTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction(async (tx) => {
          await this.tellTrace(tx);
          return work(tx);
        });
      } catch (error) {
        if (!isTransient(error) || attempt === maxTries) throw translate(error);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  /** Rows that the transaction inserts, its triggers' too, keep which span they come from; see 0024_traces.sql. */
  private async tellTrace(tx: Tx): Promise<void> {
    const { traceparent } = this.traces;
    // Digits of our own making. Not set_config(): after a query it would be too late to set the isolation level.
    if (traceparent) await tx.query(`SET LOCAL gongji.traceparent = '${traceparent}'`);
  }

  /**
   * Runs `work` behind a savepoint of `tx`: what a rule or a named constraint refuses is undone and returned, and the
   * transaction goes on. Faults are thrown, and so is what a retry of the whole transaction may cure.
   */
  async attempt<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T | RefusedError> {
    try {
      return await tx.transaction(work);
    } catch (error) {
      const known = isTransient(error) ? error : translate(error);
      if (known instanceof RefusedError && !known.refusals.includes(unavailable)) return known;
      throw known;
    }
  }

  /** Rows of a named SQL query. `T` states the shape the query selects. */
  async rows<T>(sql: string, parameters: readonly unknown[] = [], tx: EntityManager = this.reader): Promise<T[]> {
    return rowsOf<T>(tx, sql, parameters);
  }
}

/** Rows of SQL run on a transaction; TypeORM answers UPDATE and DELETE with [rows, count], this with the rows. */
export async function rowsOf<T>(tx: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
  const result: unknown = await tx.query(sql, [...parameters]);
  const isWriteResult =
    Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (isWriteResult ? result[0] : result) as T[];
}

function sqlState(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? codeOf(error.driverError) : undefined;
}

function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/** Turns what PostgreSQL says into what a caller can act on; unknown faults stay faults. */
export function translate(error: unknown): unknown {
  if (isTransient(error)) return new RefusedError(tryAgain);
  const refusal = constraintRefusal(error);
  if (refusal) return new RefusedError(refusal);
  if (isUnreachable(error)) return new RefusedError(unavailable);
  return error;
}

/** Connection faults: the server is down, starting, out of connections or ended this session. */
function isUnreachable(error: unknown): boolean {
  const code = sqlState(error) ?? codeOf(error) ?? '';
  return (
    /^(08|57P0|53300|ECONN|EPIPE|ETIMEDOUT)/.test(code) ||
    (error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message))
  );
}
