import { addDays } from '../../platform/clock/local-date.js';
import type { OrderPlacing, Recipes } from '../../orders/index.js';
import type { Making } from './demo-data.js';
import type { TradeEnterprises } from './demo-enterprises.js';
import { enterpriseOf } from './demo-sharing.js';

type RecipeInput = Omit<Parameters<Recipes['save']>[1], 'idempotencyKey'>;
type OrderInput = Omit<Parameters<OrderPlacing['place']>[1], 'idempotencyKey' | 'recipeId'>;

export interface OrderPlan {
  readonly recipes: readonly { readonly by: string; readonly input: RecipeInput }[];
  /** `recipe` is a place in the list of recipes. */
  readonly orders: readonly { readonly by: string; readonly recipe: number; readonly input: OrderInput }[];
}

/** How many of the craft enterprises have orders, and how many each. */
const makers = 24;
const ordersEach = 3;
/** How much of a line its enterprise can do itself. */
const shares = [1, 1, 0.6, 0.3, 0] as const;

const labour = (thingId: string, perUnit: string, minLevel: number) => ({
  ...{ leg: 'labour' as const, thingId, perUnit, minLevel, ceilingFen: 3_200, wageUnit: 'hour' as const },
});
const material = (thingId: string, perUnit: string, ceilingFen: number) => ({
  ...{ leg: 'material' as const, thingId, perUnit, minimumGrade: 'B' as const, ceilingFen },
});
const capacity = (thingId: string, perUnit: string) => ({ leg: 'capacity' as const, thingId, perUnit });

/** What the region makes: hours, base units and minutes for one piece. */
const recipes = [
  {
    ...{ product: '藤铁休闲椅', unit: '把', isShared: true },
    lines: [
      labour('GJ:RT-WEAVE', '2.4', 2),
      material('IRON-WIRE-4', '1.6', 620),
      capacity('GJ:WELD', '3'),
      capacity('GJ:POWDER', '2.5'),
    ],
  },
  {
    ...{ product: '藤编收纳篮', unit: '只', isShared: true },
    lines: [labour('GJ:RT-WEAVE', '1.1', 2), material('RATTAN-CORE-8', '0.45', 2_100), capacity('GJ:PACK', '0.8')],
  },
  {
    ...{ product: '铁艺花架', unit: '件', isShared: true },
    lines: [labour('GJ:RT-WELD', '0.9', 2), material('ROUND-TUBE-19', '3.2', 560), capacity('GJ:POWDER', '1.8')],
  },
] as const;

/**
 * Orders of the region's craft enterprises over the next weeks. Each has a part of what its order takes itself: some all
 * of it, most not, so that sharing decides which promises are kept.
 */
export function makeOrders({ random, today }: Making, enterprises: TradeEnterprises): OrderPlan {
  const first = enterpriseOf(enterprises, ['craft', 0]);
  const orders = Array.from({ length: makers * ordersEach }, (_, n) => {
    const enterprise = enterpriseOf(enterprises, ['craft', Math.floor(n / ordersEach)]);
    const recipe = (n * 7 + Math.floor(n / ordersEach)) % recipes.length;
    const lines = recipes[recipe]?.lines ?? [];
    const start = random.int(2, 6);
    const quantity = n === 0 ? 400 : random.int(8, 55) * 10;
    const { regionId, latitude, longitude } = enterprise;
    return {
      by: enterprise.id,
      recipe,
      input: {
        ...{ reference: `PO-${2_000 + n}`, product: '', quantity: String(quantity), customer: '' },
        ...{ valueFen: quantity * random.int(90, 240) * 100, regionId, latitude, longitude },
        ...{ earliestStart: addDays(today, start), dueDate: addDays(today, start + random.int(9, 16)) },
        own: lines.map(({ leg, perUnit }, index) => ({
          position: index + 1,
          // The first is the one that the tour secures: it lacks something of everything.
          quantity: ownOf(
            leg,
            Number(perUnit) * quantity,
            n === 0 ? 0.4 : (shares[random.int(0, shares.length - 1)] ?? 0),
          ),
        })),
      },
    };
  });
  return { recipes: recipes.map((input) => ({ by: first.id, input: { ...input, lines: [...input.lines] } })), orders };
}

/** A share of a line in its unit; people by their hours over two working weeks. */
function ownOf(leg: string, total: number, share: number): string {
  if (leg === 'labour') return String(Math.ceil((total / (8 * 8)) * share));
  return String(leg === 'capacity' ? Math.ceil(total * share) : Math.ceil(total * share * 100) / 100);
}
