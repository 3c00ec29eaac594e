/**
 * What is counted, by the view that finds it (migrations/0031_indicators.sql): which measures its rows add to. A change of a
 * source row is noted under the name of the fact, and its cells are counted anew.
 */
export const facts = {
  need: ['needs', 'seats', 'seats_accepted', 'seats_of_host'],
  publication: ['wanted', 'wage_offered'],
  seat: ['seats_on_site', 'seats_on_time'],
  start: ['placements_due', 'placements_started', 'no_shows'],
  agreement: ['agreed', 'days_to_fill', 'wage_accepted'],
  thirtieth_day: ['thirty_days_due', 'thirty_days_lasted'],
  end: ['placements_ended', 'ended_early'],
  offer: ['offers_decided', 'offers_accepted'],
  work: ['person_days', 'work_minutes'],
  seeker: ['seekers'],
  surplus: ['surplus'],
  consent: ['consents_decided', 'consents_granted'],
  injury: ['injuries'],
  dispute: ['disputes'],
  pay: ['pay_due', 'pay_on_time'],
  machine: ['machine_minutes', 'machine_minutes_booked'],
  lot: ['lots', 'lots_taken'],
} as const;

export type Fact = keyof typeof facts;
export type Measure = (typeof facts)[Fact][number];

export const factNames = Object.keys(facts) as readonly Fact[];
