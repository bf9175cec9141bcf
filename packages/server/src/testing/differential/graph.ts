import type { DataSource, EntityMetadata } from 'typeorm';
import { Assessment } from '../../claims/assessment.entity.ts';
import { Attribution, Speaker } from '../../claims/attribution.entity.ts';
import { Citation } from '../../claims/citation.entity.ts';
import { Claim } from '../../claims/claim.entity.ts';
import { ClaimLink } from '../../claims/claim-link.entity.ts';
import { ClaimParty } from '../../claims/claim-party.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { ImportIssue } from '../../claims/import-issue.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import { Faction } from '../../factions/faction.entity.ts';
import { FactionRelation, RelationClaim } from '../../factions/faction-relation.entity.ts';
import { Revision } from '../../history/revision.entity.ts';
import { LocationAlsoIn, LocationOverlap } from '../../locations/area.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { ExternalId } from '../../records/external-id.entity.ts';
import { Name } from '../../records/name.entity.ts';
import { Report } from '../../reports/report.entity.ts';
import { ReportAuthor } from '../../reports/report-author.entity.ts';
import { ImportConflict } from '../../review/import-conflict.entity.ts';
import { Affiliation, AffiliationClaim } from '../../sources/affiliation.entity.ts';
import { Rating } from '../../sources/rating.entity.ts';
import { Source } from '../../sources/source.entity.ts';

const loaded: readonly Function[] = [
  Claim,
  Assessment,
  Attribution,
  Speaker,
  Citation,
  ClaimLink,
  ClaimParty,
  ClaimPlace,
  ImportIssue,
  Quantity,
  Report,
  ReportAuthor,
  Source,
  Affiliation,
  AffiliationClaim,
  Rating,
  Faction,
  FactionRelation,
  RelationClaim,
  Location,
  LocationAlsoIn,
  LocationOverlap,
  ExternalId,
  Name,
  Revision,
  ImportConflict,
];

/**
 * Column types that JavaScript cannot represent exactly: microseconds, the text of numbers and
 * JSON.
 */
const inexact = ['timestamptz', 'date', 'double precision', 'jsonb'];

type Entity = Record<string, any>;
type Class<T> = new () => T;

/**
 * The whole database in memory, as TypeORM entities whose to-one relations refer to the entities
 * themselves. Index tables such as `claim_within` are left out: the reference derives what they
 * hold.
 */
export class Graph {
  private readonly indexes = new Map<Function, Map<string, Map<unknown, Entity[]>>>();

  private constructor(private readonly entities: ReadonlyMap<Function, readonly Entity[]>) {}

  static async load(database: DataSource): Promise<Graph> {
    const entities = new Map<Function, Entity[]>();
    for (const each of loaded) entities.set(each, await rowsOf(database, each));
    const graph = new Graph(entities);
    for (const each of loaded) graph.link(database.getMetadata(each));
    return graph;
  }

  all<T>(of: Class<T>): readonly T[] {
    return this.entities.get(of) as readonly T[];
  }

  /** The entities whose property has a value. */
  by<T>(of: Function, property: keyof T & string, value: unknown): readonly T[] {
    const indexes = this.indexes.get(of) ?? new Map<string, Map<unknown, Entity[]>>();
    this.indexes.set(of, indexes);
    let index = indexes.get(property);
    if (!index) {
      index = new Map();
      for (const entity of this.entities.get(of)!)
        index.set(entity[property], [...(index.get(entity[property]) ?? []), entity]);
      indexes.set(property, index);
    }
    return (index.get(value) ?? []) as T[];
  }

  one<T extends { id: string }>(of: Function, id: string): T | undefined {
    return this.by<T>(of, 'id', id)[0];
  }

  private link(metadata: EntityMetadata): void {
    for (const relation of metadata.manyToOneRelations) {
      const [column, ...more] = relation.joinColumns;
      if (!column || more.length > 0) continue;
      for (const entity of this.entities.get(metadata.target as Function)!) {
        const key = column.getEntityValue(entity);
        if (key != null)
          relation.setEntityValue(
            entity,
            this.one(relation.inverseEntityMetadata.target as Function, key),
          );
      }
    }
  }
}

async function rowsOf(database: DataSource, of: Function): Promise<Entity[]> {
  const metadata = database.getMetadata(of);
  const entities: Entity[] = await database.getRepository(of).find();
  const columns = metadata.columns.filter(
    (column) => inexact.includes(String(column.type)) && column.isSelect,
  );
  if (columns.length === 0) return entities;
  const keys = metadata.primaryColumns;
  const list = [...keys, ...columns].map(({ databaseName }) => `"${databaseName}"::text`);
  const texts: Record<string, string | null>[] = await database.query(
    `select ${list.join(', ')} from "${metadata.tableName}"`,
  );
  const byKey = new Map(
    texts.map((row) => [keys.map(({ databaseName }) => row[databaseName]).join(), row]),
  );
  for (const entity of entities) {
    const row = byKey.get(keys.map((key) => key.getEntityValue(entity)).join())!;
    for (const column of columns) column.setEntityValue(entity, row[column.databaseName]);
  }
  return entities;
}
