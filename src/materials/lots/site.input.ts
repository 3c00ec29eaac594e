import { InputType } from '@nestjs/graphql';
import { CodeInput, NumberInput, TextInput } from '../../platform/graphql/input-fields.js';

/** Where goods lie, or are wanted. */
@InputType({ isAbstract: true })
export class SiteFields {
  @CodeInput({ description: 'Region of the site, e.g. `GB2260:350524`.' }) regionId: string;
  @NumberInput({ description: 'Latitude of the site, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude of the site, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
  @TextInput({ description: 'What the site is called, e.g. “warehouse 2”.', max: 100 }) siteName: string;
}
