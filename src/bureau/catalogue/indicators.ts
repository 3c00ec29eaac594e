import type { Message } from '../../platform/i18n/message.js';
import type { Indicator } from './indicator.js';
import { acceptedRate } from './indicators/accepted-rate.js';
import { capacityUse } from './indicators/capacity-use.js';
import { concentration } from './indicators/concentration.js';
import { consentRate } from './indicators/consent-rate.js';
import { demand } from './indicators/demand.js';
import { disputeRate } from './indicators/dispute-rate.js';
import { earlyReturn } from './indicators/early-return.js';
import { fillRate } from './indicators/fill-rate.js';
import { injuryRate } from './indicators/injury-rate.js';
import { jobSeekers } from './indicators/job-seekers.js';
import { materialUse } from './indicators/material-use.js';
import { noShow } from './indicators/no-show.js';
import { offerAcceptance } from './indicators/offer-acceptance.js';
import { onTimeFill } from './indicators/on-time-fill.js';
import { orderGuarantee } from './indicators/order-guarantee.js';
import { payOnTime } from './indicators/pay-on-time.js';
import { personDays } from './indicators/person-days.js';
import { seekerRatio } from './indicators/seeker-ratio.js';
import { supplySurplus } from './indicators/supply-surplus.js';
import { survival } from './indicators/survival.js';
import { timeToFill } from './indicators/time-to-fill.js';
import { timeToFillP90 } from './indicators/time-to-fill-p90.js';
import { wageAccepted } from './indicators/wage-accepted.js';
import { wageOffered } from './indicators/wage-offered.js';
import { wageOfferedLow } from './indicators/wage-offered-low.js';
import { shortage } from './shortage.js';

/** Every indicator, in the order in which people read them. A new one is a file in indicators/ and its line here. */
export const indicators: readonly Indicator[] = [
  demand,
  supplySurplus,
  jobSeekers,
  seekerRatio,
  fillRate,
  acceptedRate,
  onTimeFill,
  timeToFill,
  timeToFillP90,
  offerAcceptance,
  noShow,
  survival,
  earlyReturn,
  wageOffered,
  wageOfferedLow,
  wageAccepted,
  personDays,
  injuryRate,
  disputeRate,
  payOnTime,
  consentRate,
  orderGuarantee,
  materialUse,
  capacityUse,
  concentration,
];

const byCode = new Map(indicators.map((one) => [one.code, one]));

export const indicatorOf = (code: string): Indicator | undefined => byCode.get(code);

/** What an alert may be about: an indicator, or the shortage that is forecast. */
export const watchableOf = (code: string): Omit<Indicator, 'formula'> | undefined =>
  code === shortage.code ? shortage : byCode.get(code);

/** What an indicator is called; its code where this version does not know it. */
export const indicatorName = (code: string): Message => watchableOf(code)?.name ?? { 'zh-CN': code, en: code };
