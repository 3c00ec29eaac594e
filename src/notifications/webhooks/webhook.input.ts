import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import {
  BooleanInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { webhookMessages } from './webhook.messages.js';
import { type WebhookTopic, webhookTopics } from './webhook.rules.js';

export const WebhookTopicEnum = {
  MARKET: 'market',
  AGREEMENTS: 'agreements',
  WORK: 'work',
  LIFE: 'life',
  MONEY: 'money',
  VOICES: 'voices',
  REGISTER: 'register',
} as const satisfies Record<string, WebhookTopic>;
registerEnumType(WebhookTopicEnum, {
  name: 'WebhookTopic',
  description: 'What webhooks are about: the subjects of notifications.',
  valuesMap: {
    MARKET: { description: 'Needs, candidates, consents and offers; shared materials and capacity.' },
    AGREEMENTS: { description: 'Terms, signatures, and agreements that begin or end.' },
    WORK: { description: 'Placements and attendance.' },
    LIFE: { description: 'Returns, extensions, penalties, injuries.' },
    MONEY: { description: 'Settlements, payments, objections.' },
    VOICES: { description: 'Reviews and complaints.' },
    REGISTER: { description: 'The enterprise’s verification and sanctions.' },
  },
});

/** A list of topics, at least one, each once. */
function TopicsInput({ description, optional }: { description: string; optional?: boolean }): PropertyDecorator {
  return applyDecorators(
    Field(() => [WebhookTopicEnum], { description, ...(optional && { nullable: true as const }) }),
    ...(optional ? [IsOptional()] : []),
    IsArray(),
    ArrayNotEmpty({ context: { message: webhookMessages.noTopic } satisfies FaultContext }),
    ArrayMaxSize(webhookTopics.length),
    ArrayUnique(),
    IsIn(webhookTopics, { each: true }),
  );
}

const url = { description: 'Where to post to: https, port 443, on the public Internet.', min: 8, max: 500 };
const note = { description: 'What it is for.', max: 200 };

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput(url) url: string;
  @TopicsInput({ description: 'What it wants to be told of.' }) topics: WebhookTopic[];
  @TextInput({ ...note, defaultValue: '' }) description: string;
}

@InputType({ description: 'A change of a webhook endpoint; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @IdInput({ description: 'The endpoint.' }) webhookEndpointId: string;
  @TextInput({ ...url, optional: true }) url?: string | null;
  @TopicsInput({ description: 'What it wants to be told of.', optional: true }) topics?: WebhookTopic[] | null;
  @TextInput({ ...note, optional: true }) description?: string | null;
  @BooleanInput({
    description: 'True holds its messages back; false resumes, with the messages that come from then on.',
    optional: true,
  })
  isPaused?: boolean | null;
}

@InputType({ description: 'Which webhook endpoint gets a new secret.' })
export class RotateWebhookSecretInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The endpoint.' }) webhookEndpointId: string;
}

@InputType({ description: 'Which webhook endpoint to delete.' })
export class DeleteWebhookEndpointInput {
  @IdInput({ description: 'The endpoint.' }) webhookEndpointId: string;
}

@InputType({ description: 'Which webhook endpoint to test.' })
export class SendTestWebhookInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The endpoint.' }) webhookEndpointId: string;
}

@InputType({ description: 'Which message to send again.' })
export class ReplayWebhookDeliveryInput {
  @IdInput({ description: 'The delivery.' }) webhookDeliveryId: string;
}
