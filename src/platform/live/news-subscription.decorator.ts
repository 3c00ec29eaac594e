import { Subscription } from '@nestjs/graphql';

/** A subscription whose events are moments to look again: a date, never data, so that reading stays with the queries. */
export function NewsSubscription(description: string): MethodDecorator {
  return Subscription(() => Date, {
    description: `${description} Comes once at the start; each time says when to look again.`,
    resolve: (told: Date) => told,
  });
}
