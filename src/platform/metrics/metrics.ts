import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';

/** Buckets for what takes from a few milliseconds to a minute, seconds. */
export const secondsBuckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * What this process measures, in Prometheus' terms. Whoever measures makes its own instruments on this registry; a label
 * never holds what a caller chose, nor anything of a person.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
}
