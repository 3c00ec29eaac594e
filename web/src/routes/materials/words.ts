import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { BaseUnit } from './lots.graphql.ts';

interface Words {
  /** A quantity in base units, with its unit. */
  readonly quantity: (value: string | number, unit: BaseUnit) => string;
  /** What something costs or on what terms it is lent. */
  readonly price: (lot: {
    readonly fenPerUnit: number | null;
    readonly priceUnit: string | null;
    readonly loanDays: number | null;
    readonly kind: { readonly units: readonly { readonly unit: string; readonly name: string }[] };
  }) => string;
}

/** How quantities and prices of materials are said. */
export function useWords(): Words {
  const { t } = useTranslation('materials');
  const { number, money } = useFormats();
  return {
    quantity: (value, unit) => t('quantity', { value: number(Number(value)), unit: t(`base.${unit}`) }),
    price: ({ fenPerUnit, priceUnit, loanDays, kind }) => {
      if (fenPerUnit === null) return t('lot.loanDays', { count: loanDays ?? 0 });
      const unit = kind.units.find((known) => known.unit === priceUnit)?.name ?? priceUnit ?? '';
      return t('lot.price', { price: money(fenPerUnit), unit });
    },
  };
}
