import type { Logger } from 'pino';
import { DearAnswers } from '../../platform/cache/dear-answers.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';

const ages = { freshMs: 30_000, staleMs: 600_000 } as const;

/** Answers from years of source rows, which in a large province take seconds. */
export const dearAnswers = <T>(clock: Clock, { settings }: Config, logger: Logger): DearAnswers<T> =>
  new DearAnswers<T>(clock, { ...ages, dearMs: settings.DEAR_ANSWER_MS }, (error) =>
    logger.warn({ err: error }, 'an answer was not counted anew; the next who asks tries again'),
  );
