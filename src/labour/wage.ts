import { registerEnumType } from '@nestjs/graphql';

/** What a wage is paid for. Two wages compare only in the same unit and currency. */
export enum WageUnit {
  HOUR = 'hour',
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
  YEAR = 'year',
  PIECE = 'piece',
}

registerEnumType(WageUnit, {
  name: 'WageUnit',
  description: 'What a wage is paid for. Two wages compare only in the same unit and currency.',
  valuesMap: {
    HOUR: { description: 'Per hour.' },
    DAY: { description: 'Per day.' },
    WEEK: { description: 'Per week.' },
    MONTH: { description: 'Per month.' },
    YEAR: { description: 'Per year.' },
    PIECE: { description: 'Per accepted piece.' },
  },
});
