import { getNamedType, isAbstractType, isObjectType } from 'graphql';

/** The id prefix of each type. A new type needs an entry; a test compares it with the server. */
const prefixes = {
  Affiliation: 'aff_',
  Claim: 'clm_',
  ClaimLink: 'lnk_',
  Faction: 'fac_',
  FactionRelation: 'rel_',
  IdentityGrant: 'grt_',
  IdentityReading: 'rdg_',
  ImportConflict: 'cfl_',
  Location: 'loc_',
  Name: 'nam_',
  Quantity: 'qty_',
  Report: 'rpt_',
  Source: 'src_',
};

/** Fields whose name does not say the type of their ids. */
const exceptions = {
  'FactionFilter.relatedTo': 'Faction',
  'Identity.basedInId': 'Location',
  'Identity.formerIds': 'Source',
  'IdentityAffiliation.ofId': 'Source',
  'IdentityAffiliation.toId': 'Party',
  'LinkFilter.to': 'Claim',
  'PlaceFilter.id': 'Location',
  'Quantity.partOf': 'Quantity',
  'SourceFilter.affiliatedWith': 'Party',
};

/** Argument names that refer to a type by another word. */
const aliases = { within: 'Location' };

/**
 * The schema has one scalar `ID`. This class finds the type of each id by its parent type, field
 * and argument.
 */
export class Ids {
  constructor(schema) {
    this.schema = schema;
  }

  /**
   * The id type of a field: for `id` that of its parent, otherwise that of the type in its name.
   */
  ofField(owner, field) {
    return this.#idTypeName(
      field === 'id' ? owner : (exceptions[`${owner}.${field}`] ?? this.#typeInName(field)),
    );
  }

  /**
   * The id type of an argument: for `claim(id:)` that of the field's own type, for
   * `assessClaim(claimId:)` that of the type in its name.
   */
  ofArgument(argument, answerType) {
    return this.#idTypeName(
      argument === 'id' ? this.#recordTypeIn(answerType) : this.#typeInName(argument),
    );
  }

  /** The id type of an input field: `publisherId` is the id of what the object's `publisher` is. */
  ofInput(input, field) {
    const exception = exceptions[`${input}.${field}`];
    if (exception) return this.#idTypeName(exception);
    const base = this.schema.getType(
      input.replace(/^(Create|Update)/, '').replace(/(RefInput|Input|Filter)$/, ''),
    );
    if (field === 'id') return this.#idTypeName(this.#ifHasId(base?.name));
    const word = field.replace(/Ids?$/, '');
    const fields = isObjectType(base) ? base.getFields() : {};
    const objectField = fields[word] ?? fields[`${word}s`];
    return this.#idTypeName(
      (objectField && this.#ifHasId(getNamedType(objectField.type).name)) ??
        this.#typeInName(field),
    );
  }

  /** The declarations of all id types. */
  declarations() {
    const types = Object.values(this.schema.getTypeMap()).filter(({ name }) => this.#ifHasId(name));
    return types
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((type) => `${comment(type)}\nexport type ${type.name}Id = ${this.#templateType(type)};`);
  }

  /** The names of all id types. */
  names() {
    return Object.keys(this.schema.getTypeMap())
      .filter((name) => this.#ifHasId(name))
      .map((name) => `${name}Id`);
  }

  #templateType(type) {
    if (isAbstractType(type))
      return this.schema
        .getPossibleTypes(type)
        .map(({ name }) => `${name}Id`)
        .sort()
        .join(' | ');
    if (!prefixes[type.name])
      throw new Error(
        `The prefix of the ids of ${type.name} is missing. Add it in packages/sdk/codegen/ids.mjs.`,
      );
    return `\`${prefixes[type.name]}\${string}\``;
  }

  #idTypeName(type) {
    const name = type ?? this.#ifHasId('Node');
    return name ? `${name}Id` : 'ID';
  }

  /** The type that a name refers to: `claimId` and `claim` refer to Claim. */
  #typeInName(word) {
    const name = aliases[word] ?? word.replace(/Ids?$/, '');
    return this.#ifHasId(name[0].toUpperCase() + name.slice(1));
  }

  /** The type itself if it has an id, otherwise the first of its fields' types that has one. */
  #recordTypeIn(name) {
    const type = this.schema.getType(name);
    if (this.#ifHasId(name)) return name;
    return isObjectType(type)
      ? Object.values(type.getFields())
          .map(({ type: each }) => this.#ifHasId(getNamedType(each).name))
          .find(Boolean)
      : undefined;
  }

  /** The name, if it is that of a type whose objects all have an id. */
  #ifHasId(name) {
    const type = name && this.schema.getType(name);
    if (isAbstractType(type))
      return this.schema.getPossibleTypes(type).every((each) => each.getFields().id)
        ? name
        : undefined;
    return isObjectType(type) && type.getFields().id ? name : undefined;
  }
}

const comment = (type) =>
  isAbstractType(type)
    ? `/** The id of any ${type.name}. */`
    : `/** The id of ${withArticle(type.name)}: \`${prefixes[type.name]}…\`. Check a text with ` +
      `\`isId\`. */`;

const withArticle = (name) => `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
