import { IsOptional, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { Derived } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { BodyKind } from '../reports/report.enums.ts';
import { Count, Enum, Flag, Rules, Text, Value } from '../values/columns.ts';
import { TextOf } from '../values/input-fields.ts';
import { PassagePart } from './claim.enums.ts';

@Value(
  'The words in a report on which a claim is based. Combines TextQuoteSelector and ' +
    'TextPositionSelector of the W3C Web Annotation Data Model.',
)
@Rules((column) => ['offsets', `${column('start')} < ${column('end')}`])
export class Passage {
  @Text({
    max: 20_000,
    description:
      'The words of the passage, character for character as in the report. They quote the ' +
      'document only if `report.bodyKind` is VERBATIM or TRANSLATION.',
  })
  quote: string;

  @Enum(() => PassagePart, { description: 'The part of the report that contains the words.' })
  in: PassagePart;

  @Count({
    description:
      'The offset in the title or body at which the words start, in UTF-16 code units from 0.',
  })
  start: number;

  @Count({
    description:
      'The offset in the title or body directly after the words, in UTF-16 code units from 0.',
  })
  end: number;

  @Text({
    max: 1_000,
    nullable: true,
    description:
      'The text directly before the words, which distinguishes two occurrences. Null: not given.',
  })
  prefix: string | null;

  @Text({
    max: 1_000,
    nullable: true,
    description:
      'The text directly after the words, which distinguishes two occurrences. Null: not given.',
  })
  suffix: string | null;

  @Field(() => BodyKind, {
    nullable: true,
    description:
      'What kind of text the quoted body is. Only VERBATIM and TRANSLATION make the words a ' +
      'quotation. Null: the words are in the title.',
  })
  @Derived(
    (claim) =>
      sql`case when ${column(claim, 'passage_in')} = 'BODY' then (
        select r.body_kind from report r where r.id = ${column(claim, 'report_id')}) end`,
  )
  readonly bodyKind?: BodyKind | null;

  @Count({
    nullable: true,
    description: 'The page of the document, counted from 1. Null: no page is given.',
  })
  page: number | null;

  @Flag({
    description:
      'Whether the document presents the words as direct speech, for example in quotation marks.',
  })
  directSpeech: boolean;

  @Text({
    max: 20_000,
    nullable: true,
    description:
      'The words, translated into the language of the claim’s statement. Null: not needed or not ' +
      'given.',
  })
  translation: string | null;
}

@InputType({
  description:
    'The words in the report on which a claim is based. If they occur more than once, add ' +
    '`start`, `prefix` or `suffix`. The server finds the offsets.',
})
export class PassageInput {
  @TextOf(Passage, 'quote', {
    format: 'verbatim',
    description: 'The words of the passage, character for character as in the report.',
  })
  quote: string;

  @Field(() => PassagePart, {
    defaultValue: PassagePart.BODY,
    description: 'The part of the report that contains the words.',
  })
  in: PassagePart = PassagePart.BODY;

  @Field(() => Int, {
    nullable: true,
    description:
      'The offset in the title or body at which the words start, in UTF-16 code units from 0.',
  })
  @IsOptional()
  @Min(0)
  start?: number | null;

  @TextOf(Passage, 'prefix', {
    nullable: true,
    format: 'verbatim',
    description: 'The text directly before the words, to tell two occurrences apart.',
  })
  prefix?: string | null;

  @TextOf(Passage, 'suffix', {
    nullable: true,
    format: 'verbatim',
    description: 'The text directly after the words, to tell two occurrences apart.',
  })
  suffix?: string | null;

  @Field(() => Int, { nullable: true, description: 'The page of the document, counted from 1.' })
  @IsOptional()
  @Min(1)
  page?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the document presents the words as direct speech, for example in quotation marks.',
  })
  directSpeech: boolean = false;

  @TextOf(Passage, 'translation', {
    nullable: true,
    format: 'verbatim',
    description: 'The words, translated into the language of the claim’s statement.',
  })
  translation?: string | null;
}
