import type { Substitutes, Supply } from './candidate.js';
import { type Bucket, type DemandColumns, payOf } from './demand-columns.js';
import { doableBesides } from './fits.js';
import type { Fit } from './score.rules.js';

/** Work that a supply may do, and the skill that it would do it with. */
export interface Target extends Fit {
  readonly bucket: Bucket;
}

interface Doable {
  readonly bucket: Bucket;
  readonly penalty: number;
}

/** From a supply's skills to the buckets of demands that they fit. */
export class SkillTargets {
  private readonly besides: Substitutes;
  /** By way of pay, then by occupation. Filled as supplies ask. */
  private readonly known = new Map<string, Map<string, readonly Doable[]>>();

  constructor(
    private readonly columns: DemandColumns,
    substitutes: Substitutes,
  ) {
    this.besides = doableBesides(substitutes);
  }

  /** Each bucket once, with the fit of least penalty, the first of several: as `fitOf` decides. */
  of(supply: Supply): readonly Target[] {
    const targets: Target[] = [];
    const pay = payOf(supply);
    for (const { occupationId, level } of supply.skills) {
      for (const { bucket, penalty } of this.doable(pay, occupationId)) {
        const place = targets.findIndex((target) => target.bucket === bucket);
        if (place < 0) targets.push({ bucket, level, penalty });
        else if (penalty < (targets[place] as Target).penalty) targets[place] = { bucket, level, penalty };
      }
    }
    return targets;
  }

  private doable(pay: string, occupationId: string): readonly Doable[] {
    let byOccupation = this.known.get(pay);
    if (!byOccupation) this.known.set(pay, (byOccupation = new Map<string, readonly Doable[]>()));
    let doable = byOccupation.get(occupationId);
    if (!doable) byOccupation.set(occupationId, (doable = this.find(pay, occupationId)));
    return doable;
  }

  private find(pay: string, occupationId: string): readonly Doable[] {
    const buckets = this.columns.paidIn(pay);
    return [{ occupationId, penalty: 0 }, ...(this.besides.get(occupationId) ?? [])].flatMap((doable) => {
      const bucket = buckets?.get(doable.occupationId);
      return bucket === undefined ? [] : [{ bucket, penalty: doable.penalty }];
    });
  }
}
