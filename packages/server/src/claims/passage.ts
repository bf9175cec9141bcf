import { IsOptional, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { Derived } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { BodyKind } from '../reports/report.enums.ts';
import { Count, Enum, Flag, Rules, Text, Value } from '../values/columns.ts';
import { TextOf } from '../values/input-fields.ts';
import { PassagePart } from './claim.enums.ts';

@Value(
  'The words of a report on which a claim is based: TextQuoteSelector and TextPositionSelector ' +
    'of the W3C Web Annotation Data Model in one.',
)
@Rules((column) => ['offsets', `${column('start')} < ${column('end')}`])
export class Passage {
  @Text({
    max: 20_000,
    description:
      'The words exactly as the report has them. They are a quotation only if `report.bodyKind` ' +
      'is VERBATIM or TRANSLATION.',
  })
  quote: string;

  @Enum(() => PassagePart, { description: 'The part of the report that contains the words.' })
  in: PassagePart;

  @Count({ description: 'Where the words start in that part, in UTF-16 code units from 0.' })
  start: number;

  @Count({ description: 'Where the words end in that part, exclusive, in UTF-16 code units.' })
  end: number;

  @Text({
    max: 1_000,
    nullable: true,
    description:
      'The text directly before the words, given to tell two occurrences apart. Null: not given.',
  })
  prefix: string | null;

  @Text({
    max: 1_000,
    nullable: true,
    description:
      'The text directly after the words, given to tell two occurrences apart. Null: not given.',
  })
  suffix: string | null;

  @Field(() => BodyKind, {
    nullable: true,
    description:
      'What the quoted body is: a quotation only if VERBATIM or TRANSLATION. Null: the words are ' +
      'in the title.',
  })
  @Derived(
    (claim) =>
      sql`case when ${column(claim, 'passage_in')} = 'BODY' then (
        select r.body_kind from report r where r.id = ${column(claim, 'report_id')}) end`,
  )
  readonly bodyKind?: BodyKind | null;

  @Count({
    nullable: true,
    description: 'The page of the document, counted from 1. Null: no page given.',
  })
  page: number | null;

  @Flag({
    description: 'Whether the document presents the words as direct speech, in quotation marks.',
  })
  directSpeech: boolean;

  @Text({
    max: 20_000,
    nullable: true,
    description: 'The words in the language of the ledger. Null: not needed or not given.',
  })
  translation: string | null;
}

@InputType({
  description:
    'The words that a claim rests on. `quote` is enough where the words occur once; otherwise ' +
    'add `start` or `prefix`. The server finds the offsets.',
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

  @Field(() => Int, { nullable: true, description: 'The page of the document, counted from 1.' })
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
