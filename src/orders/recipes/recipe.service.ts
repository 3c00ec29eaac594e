import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse, refuseAll } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { termsOf } from '../order-terms.input.js';
import { orderMessages } from '../orders.messages.js';
import { Things } from '../things.service.js';
import { Recipe, RecipeVersion } from './recipe.entity.js';
import type { RecipeListArgs, SaveRecipeInput } from './recipe.input.js';
import { refuseTerms } from './recipe.rules.js';

/** A recipe with its newest version. */
export type RecipeRow = Recipe & Pick<RecipeVersion, 'version' | 'lines'>;

@Injectable()
export class Recipes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly things: Things,
  ) {}

  /** Makes a recipe, or a new version of one of the viewer's; the same key again answers the same. */
  async save(viewer: EnterpriseViewer, input: SaveRecipeInput): Promise<RecipeRow> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'saveRecipe', input, () => this.write(tx, viewer, input)),
    );
    return this.newest(await this.db.reader.findOneByOrFail(Recipe, { id }));
  }

  /** Own recipes, or those that other enterprises share, newest first. */
  async list({ enterpriseId }: EnterpriseViewer, { shared, ...page }: RecipeListArgs): Promise<Page<RecipeRow>> {
    const query = this.db.reader.createQueryBuilder(Recipe, 'recipe');
    if (shared) query.where('recipe.isShared AND recipe.enterpriseId <> :enterpriseId', { enterpriseId });
    else query.where('recipe.enterpriseId = :enterpriseId', { enterpriseId });
    const found = await pageOf(query, page);
    return { ...found, rows: await Promise.all(found.rows.map((row) => this.newest(row))) };
  }

  /** A recipe that the enterprise may use, with its newest version; NOT_FOUND at input.recipeId otherwise. */
  async require(tx: Tx, enterpriseId: string, id: string): Promise<RecipeRow> {
    const recipe = await tx
      .createQueryBuilder(Recipe, 'recipe')
      .where('recipe.id = :id AND (recipe.enterpriseId = :enterpriseId OR recipe.isShared)', { id, enterpriseId })
      .getOne();
    return this.newest(orRefuse(recipe, notFound('input.recipeId')), tx);
  }

  private async newest(recipe: Recipe, tx: Tx = this.db.reader): Promise<RecipeRow> {
    const where = { recipeId: recipe.id };
    const [newest] = await tx.find(RecipeVersion, { where, order: { version: 'DESC' }, take: 1 });
    const { version, lines } = orRefuse(newest, notFound());
    return { ...recipe, version, lines };
  }

  private async write(tx: Tx, viewer: EnterpriseViewer, input: SaveRecipeInput): Promise<string> {
    const lines = input.lines.map((line) => ({ ...termsOf(line), perUnit: line.perUnit }));
    refuseAll(
      lines.flatMap((line, index) => [
        refuseTerms(line, `input.lines.${index}`),
        new Exact(line.perUnit).isZero()
          ? {
              ...{ code: 'VALIDATION_FAILED' as const, message: orderMessages.notPositive },
              field: `input.lines.${index}.perUnit`,
            }
          : undefined,
      ]),
    );
    await this.things.require(tx, lines, 'input.lines');
    const now = this.clock.now();
    const { product, unit, isShared } = input;
    const recipe = input.recipeId ? await this.own(tx, viewer, input.recipeId) : undefined;
    const id = recipe?.id ?? newId();
    if (recipe) await tx.update(Recipe, id, { product, unit, isShared });
    else await tx.insert(Recipe, { id, enterpriseId: viewer.enterpriseId, product, unit, isShared, createdAt: now });
    const [last] = await rowsOf<{ version: number }>(
      tx,
      'SELECT coalesce(max(version), 0)::int AS version FROM recipe_version WHERE recipe_id = $1',
      [id],
    );
    await tx.insert(RecipeVersion, { recipeId: id, version: (last?.version ?? 0) + 1, lines, createdAt: now });
    await this.audit.record(tx, viewer, { action: 'recipe.save', subjectType: 'recipe', subjectId: id });
    return id;
  }

  private async own(tx: Tx, { enterpriseId }: EnterpriseViewer, id: string): Promise<Recipe> {
    const recipe = await tx.findOne(Recipe, { where: { id, enterpriseId }, lock: { mode: 'pessimistic_write' } });
    return orRefuse(recipe, notFound('input.recipeId'));
  }
}
