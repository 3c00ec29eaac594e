import type { Supply } from './candidate.js';
import { agreementM, agreementReachM, halfLineSquared } from './distance.js';

/**
 * How far one supply goes, without and with lodging by the host: index 0 and 1 of each array. Straight lines decide
 * wherever they must agree with the distance; between `sure` and `limits` the distance itself has to be asked.
 */
export class Reach {
  readonly reachM = new Float64Array(2).fill(NaN);
  /** Half the straight line, squared: beyond this it is too far ... */
  readonly limits = new Float64Array(2);
  /** ... and up to this it is not; negative where the distance has to be asked in any case. */
  readonly sure = new Float64Array(2);
  /** As a share of the reach: what the two ways to tell a distance may differ by. */
  readonly doubt = new Float64Array(2);
  farthestM = 0;

  set({ radiusM, relocationRadiusM }: Supply): void {
    this.farthestM = Math.max(radiusM, relocationRadiusM ?? 0);
    if (radiusM !== this.reachM[0]) this.setOne(0, radiusM);
    if (this.farthestM !== this.reachM[1]) this.setOne(1, this.farthestM);
  }

  private setOne(lodging: 0 | 1, metres: number): void {
    const isPlain = metres >= 1 && metres <= agreementReachM;
    this.reachM[lodging] = metres;
    this.limits[lodging] = metres <= agreementReachM ? halfLineSquared(metres + agreementM) : 1 + agreementM;
    this.sure[lodging] = isPlain ? halfLineSquared(metres - agreementM) : -1;
    this.doubt[lodging] = agreementM / metres;
  }
}
