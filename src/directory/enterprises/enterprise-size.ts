import { registerEnumType } from '@nestjs/graphql';

/** 统计上大中小微型企业划分办法（2017）, by its industry's employees, revenue or assets. */
export type EnterpriseSize = 'large' | 'medium' | 'small' | 'micro';

export const EnterpriseSizeEnum = {
  LARGE: 'large',
  MEDIUM: 'medium',
  SMALL: 'small',
  MICRO: 'micro',
} as const satisfies Record<string, EnterpriseSize>;

export const enterpriseSizes: readonly EnterpriseSize[] = Object.values(EnterpriseSizeEnum);

registerEnumType(EnterpriseSizeEnum, {
  name: 'EnterpriseSize',
  description:
    'How large an enterprise is, by the statistical division of 2017 (统计上大中小微型企业划分办法), as it states it itself.',
  valuesMap: {
    LARGE: { description: '大型.' },
    MEDIUM: { description: '中型.' },
    SMALL: { description: '小型.' },
    MICRO: { description: '微型.' },
  },
});
