import { registerEnumType } from '@nestjs/graphql';

/** What a wage is paid for. Two wages compare only in the same unit and currency. */
export enum WageUnit {
  hour = 'hour',
  day = 'day',
  week = 'week',
  month = 'month',
  piece = 'piece',
}

registerEnumType(WageUnit, {
  name: 'WageUnit',
  description: 'What a wage is paid for. Two wages compare only in the same unit and currency.',
  valuesMap: {
    hour: { description: 'Per hour.' },
    day: { description: 'Per day.' },
    week: { description: 'Per week.' },
    month: { description: 'Per month.' },
    piece: { description: 'Per accepted piece.' },
  },
});
