import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import { SigningKeys } from '../../platform/signing/signing-keys.service.js';
import { forgetUses, type PassFacts, passFacts, usePass } from './pass.loader.js';
import type { PassProblem } from './pass.messages.js';
import { problemOfPlacement, problemOfRevocation, refusalOf, stepOf } from './pass.rules.js';
import { readPass } from './pass-signature.js';

/** What a certificate is for: a token signed for anything else is no pass. */
export const certificateTyp = 'gongji-pass+jws';

/** A pass that holds, with what the server knows of its placement. */
export interface AdmittedPass extends PassFacts {
  /** The fifteen seconds that its code is for. */
  readonly step: number;
}

/** Whether a work pass holds: what its signatures say, then what the server knows. */
@Injectable()
export class WorkPasses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: SigningKeys,
  ) {}

  /** Looks at a pass; nothing is used up. */
  async look(text: string): Promise<AdmittedPass | PassProblem> {
    return this.judge(this.db.reader, text, this.clock.now(), false);
  }

  /** Lets a pass in once. CONFLICT at input.pass, in the words of its problem, where it does not hold or was used. */
  async admit(tx: Tx, text: string, now: Date): Promise<AdmittedPass> {
    const pass = await this.judge(tx, text, now, true);
    if (typeof pass === 'string') throw new RefusedError(refusalOf(pass));
    if (!(await usePass(tx, pass.placementId, pass.step, now))) throw new RefusedError(refusalOf('ALREADY_USED'));
    return pass;
  }

  /** Forgets uses of an hour ago, whose codes have long been stale; safe to repeat. Returns how many. */
  async forgetPast(): Promise<number> {
    return this.db.transaction((tx) => forgetUses(tx, this.clock.in(-HOUR_MS)));
  }

  private async judge(tx: EntityManager, text: string, now: Date, lock: boolean): Promise<AdmittedPass | PassProblem> {
    const seconds = Math.floor(now.getTime() / 1_000);
    const read = await readPass(text, seconds, (certificate) => this.keys.verify(tx, certificateTyp, certificate));
    if (typeof read === 'string') return read;
    const { claims, time } = read;
    const facts = await passFacts(tx, claims.pid, claims.serial, lock);
    if (facts?.thumbprint !== claims.cnf.jkt) return 'NOT_OURS';
    const problem = problemOfPlacement(facts, this.clock.today()) ?? problemOfRevocation(facts);
    return problem ?? { ...facts, step: stepOf(time) };
  }
}
