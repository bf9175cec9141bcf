import { IsOptional, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { TextOf } from '../values/input-fields.ts';
import { Language } from '../values/scalars.ts';
import { Name, NameKind } from './name.entity.ts';
import { SourceRefInput } from './ref.inputs.ts';

@InputType({ description: 'A name of a source, faction or location.' })
export class NameInput {
  @TextOf(Name, 'text', { description: 'The name, spelled as the source or list spells it.' })
  text: string;

  @Field(() => NameKind, { description: 'What kind of name this is, such as an alias.' })
  kind: NameKind;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of the name, as a BCP 47 tag.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The script of the name, as an ISO 15924 code: `Arab`, `Latn` …',
  })
  @IsOptional()
  @Matches(/^[A-Z][a-z]{3}$/, {
    message: 'script must be an ISO 15924 code, such as Arab or Latn',
  })
  script?: string | null;

  @TextOf(Name, 'scheme', {
    nullable: true,
    description:
      'The romanisation system or list from which the spelling comes: `OCHA`, `BGN/PCGN`, `UCDP` …',
  })
  scheme?: string | null;

  @Field(() => SourceRefInput, { nullable: true, description: 'The source that uses the name.' })
  source?: SourceRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the source that uses the name, `src_…`.',
    deprecationReason: 'Use `source`.',
  })
  sourceId?: string | null;

  @Field(() => FuzzyIntervalInput, { nullable: true, description: 'When the name was in use.' })
  during?: FuzzyIntervalInput | null;
}
