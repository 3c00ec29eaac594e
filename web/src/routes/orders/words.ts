import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { hoursOf } from '../capacity/capacity.rules';

const bases = ['kg', 'm', 'm2', 'm3', 'l', 'piece'] as const;

/** How amounts of people, goods and machine time are said, by the unit that the API names. */
export function useAmount(): (value: string | number, unit: string) => string {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  return (value, unit) => {
    const amount = Number(value);
    if (unit === 'head') return t('unit.head', { count: amount });
    if (unit === 'hour') return t('unit.hours', { hours: number(amount) });
    if (unit === 'minute') return t('unit.hours', { hours: number(hoursOf(amount)) });
    const base = bases.find((known) => known === unit);
    return base ? t(`unit.${base}`, { amount: number(amount) }) : `${number(amount)} ${unit}`;
  };
}

/** What one unit of a product takes: machine time by the minute, as recipes state it. */
export function usePerUnit(): (value: string, unit: string) => string {
  const { t } = useTranslation('orders');
  const amount = useAmount();
  return (value, unit) => (unit === 'minute' ? t('unit.minutes', { amount: value }) : amount(value, unit));
}

/** The name of a base unit of material; a word for any where none is chosen. */
export function useUnitName(): (unit: string) => string {
  const { t } = useTranslation('orders');
  return (unit) => {
    const base = bases.find((known) => known === unit);
    return t(`unitName.${base ?? 'base'}`);
  };
}
