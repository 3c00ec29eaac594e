import { Field, ObjectType } from '@nestjs/graphql';
import { LanguageView } from '../accounts/account.input.js';
import { AccountKindView } from '../accounts/account.view.js';

@ObjectType('About', { description: 'This installation, as anyone may know it.' })
export class AboutView {
  @Field({ description: 'The product’s name.' }) name: string;
  @Field({ description: 'The version of the running code.' }) version: string;
  @Field({ description: 'Whether the demo region is what is loaded.' }) demo: boolean;
  @Field(() => [LanguageView], { description: 'Languages that everything is written in, the default first.' })
  languages: string[];
}

@ObjectType('DemoLogin', { description: 'A log-in of the demo region.' })
export class DemoLoginView {
  @Field({ description: 'What one logs in with.' }) login: string;
  @Field({ description: 'The password of the demo.' }) password: string;
  @Field(() => AccountKindView, { description: 'For whom it acts.' }) kind: string;
  @Field({ description: 'Who that is, in your language.' }) label: string;
}
