import { IsOptional, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { Derived } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { BodyKind } from '../reports/report.enums.ts';
import { Count, Enum, Flag, Rules, Text, Value } from '../values/columns.ts';
import { TextOf } from '../values/input-fields.ts';
import { PassagePart } from './claim.enums.ts';

@Value(
  'The words of a report that a claim rests on: W3C Web Annotation’s TextQuoteSelector and TextPositionSelector in one.',
)
@Rules((column) => ['offsets', `${column('start')} < ${column('end')}`])
export class Passage {
  @Text({
    max: 20_000,
    description:
      'The words, exactly as the part has them. They are a quotation only where `report.bodyKind` is VERBATIM or TRANSLATION.',
  })
  quote: string;

  @Enum(() => PassagePart, { description: 'The part they stand in.' })
  in: PassagePart;

  @Count({ description: 'Where they start in that part, in UTF-16 code units from 0.' })
  start: number;

  @Count({ description: 'Where they end, exclusive, in UTF-16 code units.' })
  end: number;

  @Text({
    max: 1_000,
    nullable: true,
    description:
      'The words right before, where the writer gave them to tell two places apart. Null: not given.',
  })
  prefix: string | null;

  @Text({
    max: 1_000,
    nullable: true,
    description: 'The words right after, where the writer gave them. Null: not given.',
  })
  suffix: string | null;

  @Field(() => BodyKind, {
    nullable: true,
    description:
      'What the text is that they stand in: quotation only where it is VERBATIM or TRANSLATION. Null: they stand in the title.',
  })
  @Derived(
    (claim) =>
      sql`case when ${column(claim, 'passage_in')} = 'BODY' then (select r.body_kind from report r where r.id = ${column(claim, 'report_id')}) end`,
  )
  readonly bodyKind?: BodyKind | null;

  @Count({ nullable: true, description: 'The page of the document, from 1. Null: none.' })
  page: number | null;

  @Flag({ description: 'Whether the document puts them in quotation marks as the speaker’s own.' })
  directSpeech: boolean;

  @Text({
    max: 20_000,
    nullable: true,
    description: 'The words in the ledger’s language. Null: none needed or given.',
  })
  translation: string | null;
}

@InputType({
  description:
    'The words that a claim rests on. `quote` is enough where the words occur once; otherwise add `start` or `prefix`. The server finds the offsets.',
})
export class PassageInput {
  @TextOf(Passage, 'quote', {
    format: 'verbatim',
    description: 'The words, exactly as the report has them.',
  })
  quote: string;

  @Field(() => PassagePart, {
    defaultValue: PassagePart.BODY,
    description: 'The part of the report that has the words.',
  })
  in: PassagePart = PassagePart.BODY;

  @Field(() => Int, {
    nullable: true,
    description: 'The offset of the first word in that part, in UTF-16 code units from 0.',
  })
  @IsOptional()
  @Min(0)
  start?: number | null;

  @TextOf(Passage, 'prefix', {
    nullable: true,
    format: 'verbatim',
    description: 'The text right before the words.',
  })
  prefix?: string | null;

  @TextOf(Passage, 'suffix', {
    nullable: true,
    format: 'verbatim',
    description: 'The text right after the words.',
  })
  suffix?: string | null;

  @Field(() => Int, { nullable: true, description: 'The page of the document, from 1.' })
  @IsOptional()
  @Min(1)
  page?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the document marks the words as the speaker’s own, by quotation marks.',
  })
  directSpeech: boolean = false;

  @TextOf(Passage, 'translation', {
    nullable: true,
    format: 'verbatim',
    description: 'The words in the language of the claim’s statement.',
  })
  translation?: string | null;
}
