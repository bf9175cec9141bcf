import { Field, ID, InputType } from 'type-graphql';
import { inputClass } from '../values/input-class.ts';
import { NonBlank } from '../values/input-fields.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import { ExternalIdInput } from './external-id.entity.ts';

/** How long a name may be by which an input refers to a record: the keys of names hold as much. */
const maxName = 200;

/** A reference to a record. Exactly one field is given: the schema declares it as `@oneOf`. */
export abstract class RefInput {
  id?: string;
  externalId?: ExternalIdInput;
  name?: string;
  /** The input of a new record, such as a `CreateSourceInput`. */
  new?: object;
}

/** The field `id` of a reference. */
const ById = (type: RecordName): PropertyDecorator =>
  Field(() => ID, {
    nullable: true,
    description: `The id of the ${recordTypes[type].table}, \`${recordTypes[type].prefix}…\`.`,
  });

/** The field `externalId` of a reference. */
const ByExternalId = (type: RecordName): PropertyDecorator =>
  Field(() => ExternalIdInput, {
    nullable: true,
    description: `An external id of the ${recordTypes[type].table}: its id in another system.`,
  });

/** The field `name` of a reference. */
const ByName =
  (type: RecordName): PropertyDecorator =>
  (target, key) => {
    Field(() => String, {
      nullable: true,
      description:
        `A name of the ${recordTypes[type].table}, ignoring case, accents and punctuation: any ` +
        'of its names except weak ones. It may also be the name of a new record in the same ' +
        'input. Refused if no record has it, or more than one: the error lists candidates. Up to ' +
        `${maxName} characters.`,
    })(target, key as string);
    NonBlank(maxName)(target, key);
  };

/** The field `new` of a reference. */
const AsNew = (type: RecordName): PropertyDecorator =>
  Field(inputClass(`Create${type}Input`), {
    nullable: true,
    description:
      `A new ${recordTypes[type].table}, which is created in the same write. Mentions with the ` +
      'same fields and values are one record.',
  });

const describe = (noun: string, ways: string): string =>
  `A reference to ${noun}: ${ways}. Give exactly one of the fields.`;

@InputType({
  description: describe('a source', 'its id, an external id, its exact name, or a new source'),
})
export class SourceRefInput extends RefInput {
  @ById('Source')
  declare id?: string;

  @ByExternalId('Source')
  declare externalId?: ExternalIdInput;

  @ByName('Source')
  declare name?: string;

  @AsNew('Source')
  declare new?: object;
}

@InputType({
  description: describe('a faction', 'its id, an external id, its exact name, or a new faction'),
})
export class FactionRefInput extends RefInput {
  @ById('Faction')
  declare id?: string;

  @ByExternalId('Faction')
  declare externalId?: ExternalIdInput;

  @ByName('Faction')
  declare name?: string;

  @AsNew('Faction')
  declare new?: object;
}

@InputType({
  description: describe('a location', 'its id, an external id, its exact name, or a new location'),
})
export class LocationRefInput extends RefInput {
  @ById('Location')
  declare id?: string;

  @ByExternalId('Location')
  declare externalId?: ExternalIdInput;

  @ByName('Location')
  declare name?: string;

  @AsNew('Location')
  declare new?: object;
}

@InputType({ description: describe('a report', 'its id, an external id, or a new report') })
export class ReportRefInput extends RefInput {
  @ById('Report')
  declare id?: string;

  @ByExternalId('Report')
  declare externalId?: ExternalIdInput;

  @AsNew('Report')
  declare new?: object;
}

const types = new Map<Function, RecordName>([
  [SourceRefInput, 'Source'],
  [FactionRefInput, 'Faction'],
  [LocationRefInput, 'Location'],
  [ReportRefInput, 'Report'],
]);

/** The type of the record that a reference is to. */
export const typeOfRef = (ref: RefInput): RecordName => types.get(ref.constructor)!;
