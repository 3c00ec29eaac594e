import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import { fenOf } from '../settlements/settlement.rules';
import { amountOf, blankLine, type LineDraft, requirementsOf } from './lines.rules';
import type { PlaceOrderInput } from './orders.graphql.ts';
import type { RecipeFragment } from './recipes.graphql.ts';

export interface OrderDraft {
  readonly reference: string;
  /** Empty for an order by hand. */
  readonly recipeId: string;
  readonly product: string;
  readonly quantity: string;
  /** Yuan. */
  readonly value: string;
  readonly customer: string;
  readonly earliestStart: string;
  readonly dueDate: string;
  readonly place: ChosenPlace | null;
  /** With a recipe: what the enterprise has itself, by line. */
  readonly own: readonly string[];
  /** Without one. */
  readonly lines: readonly LineDraft[];
}

export const blankOrder: OrderDraft = {
  ...{ reference: '', recipeId: '', product: '', quantity: '', value: '', customer: '' },
  ...{ earliestStart: inDays(1), dueDate: inDays(30), place: null, own: [], lines: [blankLine] },
};

/** What the API is sent; nothing while the place is not chosen or a line not complete. */
export function orderInput(
  draft: OrderDraft,
  recipe: Pick<RecipeFragment, 'id' | 'lines'> | undefined,
  idempotencyKey: string,
): PlaceOrderInput | undefined {
  const { place, reference, product, quantity, value, customer, earliestStart, dueDate, own, lines } = draft;
  const requirements = recipe ? undefined : requirementsOf(lines);
  if (!place || (!recipe && (!requirements || product === ''))) return undefined;
  return {
    ...{ idempotencyKey, reference, quantity, customer, earliestStart, dueDate, valueFen: fenOf(value) },
    ...{ regionId: place.regionId, latitude: place.latitude, longitude: place.longitude },
    ...(recipe ? { recipeId: recipe.id, own: ownOf(recipe, own) } : { product, requirements }),
  };
}

/** What the enterprise has itself, of the lines where it says so. */
function ownOf({ lines }: Pick<RecipeFragment, 'lines'>, own: readonly string[]): PlaceOrderInput['own'] {
  return lines.flatMap(({ leg }, place) => {
    const amount = own[place] ?? '';
    return amount === '' ? [] : [{ position: place + 1, quantity: amountOf(leg, amount) }];
  });
}
