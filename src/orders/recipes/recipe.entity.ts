import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecipeLine } from '../requirement.js';

/** What one unit of a product takes; its lines stand in versions. */
@Entity('recipe')
export class Recipe {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') product: string;
  @Column('text') unit: string;
  @Column('boolean') isShared: boolean;
  @Column('timestamptz') createdAt: Date;
}

@Entity('recipe_version')
export class RecipeVersion {
  @PrimaryColumn('uuid') recipeId: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') lines: RecipeLine[];
  @Column('timestamptz') createdAt: Date;
}
