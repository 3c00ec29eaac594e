import type { TownName } from './towns.js';

/** A kind of enterprise: how many there are, where, in what industry (division of GB/T 4754), and how they are called. */
export interface Trade {
  readonly industry: string;
  readonly count: number;
  readonly towns: readonly TownName[];
  readonly suffixes: readonly string[];
}

export const trades = {
  craft: {
    industry: '24',
    count: 38,
    towns: [
      '官桥镇',
      '官桥镇',
      '尚卿乡',
      '尚卿乡',
      '凤城镇',
      '城厢镇',
      '参内镇',
      '蓬莱镇',
      '魁斗镇',
      '龙门镇',
      '湖头镇',
      '金谷镇',
      '仑苍镇',
    ],
    suffixes: ['藤铁工艺有限公司', '工艺品有限公司', '藤编家居有限公司', '铁艺制品有限公司'],
  },
  tea: {
    industry: '15',
    count: 14,
    towns: ['虎邱镇', '感德镇', '西坪镇', '长坑乡', '祥华乡', '剑斗镇', '蓬莱镇', '凤城镇', '官桥镇'],
    suffixes: ['茶业有限公司', '铁观音茶业有限公司'],
  },
  bamboo: {
    industry: '20',
    count: 6,
    towns: ['桃城镇', '达埔镇', '蓬壶镇', '五里街镇', '剑斗镇'],
    suffixes: ['竹藤制品有限公司', '竹编工艺有限公司'],
  },
  furniture: {
    industry: '21',
    count: 5,
    towns: ['参内镇', '凤城镇', '溪美街道', '河市镇'],
    suffixes: ['家具有限公司'],
  },
  metal: {
    industry: '33',
    count: 7,
    towns: ['仑苍镇', '仑苍镇', '溪美街道', '诗山镇', '龙门镇'],
    suffixes: ['五金制品有限公司', '水暖洁具有限公司'],
  },
  ceramics: {
    industry: '30',
    count: 9,
    towns: ['浔中镇', '龙浔镇', '三班镇', '磁灶镇', '蓬壶镇'],
    suffixes: ['陶瓷有限公司', '陶瓷工艺有限公司'],
  },
  stone: {
    industry: '30',
    count: 6,
    towns: ['山霞镇', '螺城镇', '水头镇', '水头镇'],
    suffixes: ['石材有限公司', '石雕工艺有限公司'],
  },
  garment: {
    industry: '18',
    count: 9,
    towns: ['凤里街道', '蚶江镇', '青阳街道', '东海街道', '城厢镇'],
    suffixes: ['服饰有限公司', '服装织造有限公司'],
  },
  footwear: {
    industry: '19',
    count: 9,
    towns: ['陈埭镇', '陈埭镇', '青阳街道', '万安街道', '溪美街道'],
    suffixes: ['鞋业有限公司', '鞋服有限公司'],
  },
  electronics: {
    industry: '39',
    count: 5,
    towns: ['湖头镇', '江南街道', '东海街道', '城厢镇'],
    suffixes: ['光电科技有限公司', '电子有限公司'],
  },
  food: {
    industry: '14',
    count: 5,
    towns: ['安海镇', '螺城镇', '山腰街道', '城厢镇'],
    suffixes: ['食品有限公司'],
  },
  logistics: {
    industry: '59',
    count: 4,
    towns: ['城厢镇', '官桥镇', '江南街道', '水头镇'],
    suffixes: ['仓储物流有限公司'],
  },
  hotel: {
    industry: '61',
    count: 3,
    towns: ['凤城镇', '东海街道', '城厢镇'],
    suffixes: ['酒店有限公司'],
  },
} satisfies Record<string, Trade>;

export type TradeName = keyof typeof trades;
export const tradeNames = Object.keys(trades) as TradeName[];

// Two poetic characters and a trade: sounds right, and is nobody's name that we know of.
const first = '竹云青月禾松岚星石橘雪棠'.split('');
const second = '韵筠屿笺汐栖漪岫笛鹭萤砚'.split('');

/** All brand names there are. */
export function brandNames(): string[] {
  return first.flatMap((a) => second.map((b) => a + b));
}

export const surnames = '陈林李黄王吴苏谢许廖张郑蔡庄杨叶刘曾洪周柯高徐潘'.split('');
export const givenNames = '志明丽华建国美玲文海秀英伟芳强艳军燕平霞辉娟斌慧鹏婷晓东阿龙春兰金水土生玉珍雅清永福'.split(
  '',
);
