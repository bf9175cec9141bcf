import { Claim } from '../../claims/claim.entity.ts';
import { ClaimLink } from '../../claims/claim-link.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import { Faction } from '../../factions/faction.entity.ts';
import { FactionRelation } from '../../factions/faction-relation.entity.ts';
import { Revision } from '../../history/revision.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { ExternalId } from '../../records/external-id.entity.ts';
import { Name } from '../../records/name.entity.ts';
import { Report } from '../../reports/report.entity.ts';
import { ImportConflict } from '../../review/import-conflict.entity.ts';
import { Affiliation } from '../../sources/affiliation.entity.ts';
import { Source } from '../../sources/source.entity.ts';
import { cursorText, type Order, positionOf } from './cursors.ts';
import type { Graph } from './graph.ts';
import { prefixes } from './ids.ts';
import type { CursorFlaw } from './model.ts';
import { sorted } from './order.ts';
import { orderOf } from './pages.ts';

const records = { Claim, Report, Source, Faction, Location } as const;
const things: Record<string, new () => any> = {
  ...records,
  ClaimLink,
  Name,
  Quantity,
  FactionRelation,
  Affiliation,
  ImportConflict,
};
/** The nodes of connections that are not records. */
const others: Record<string, new () => any> = { Revision, ImportConflict };

/** Argument values that match something in a ledger. */
export class Pools {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly externalIds: readonly { type: string; system: string; value: string }[];
  readonly texts: readonly string[];
  readonly urls: readonly string[];
  readonly points: readonly { lat: number; lon: number }[];

  constructor(private readonly graph: Graph) {
    const byId = (rows: readonly { id: string }[]) => sorted(rows, ({ id }) => id);
    this.ids = Object.fromEntries(
      Object.entries(things).map(([type, of]) => [
        type,
        byId(graph.all(of)).map(({ id }) => `${prefixes[type]}${id}`),
      ]),
    );
    this.externalIds = byId(graph.all(ExternalId)).map((id: any) => ({
      type: Object.keys(records)
        .find((type) => id[`${type.toLowerCase()}Id`] !== null)!
        .toUpperCase(),
      system: id.system,
      value: id.value,
    }));
    const sentences = [
      ...graph.all(Claim).map(({ statement }) => statement),
      ...graph.all(Name).map(({ text }) => text),
    ];
    const words = [
      ...graph.all(Report).flatMap(({ title, summary }) => [title, summary ?? '']),
      ...sentences,
    ].flatMap((text) => text.split(' '));
    this.texts = sorted([...new Set(words)], (word) => word);
    const addresses = graph.all(Report).flatMap(({ url, archivedUrl }) => [url, archivedUrl]);
    this.urls = sorted([...new Set(addresses.filter((url) => url !== null))], (url) => url);
    this.points = byId(graph.all(Location))
      .map(({ point }: any) => point)
      .filter((point) => point?.lat != null)
      .map(({ lat, lon }) => ({ lat: Number(lat), lon: Number(lon) }));
  }

  /** The cursor of a row, by its number, for a field in an order; or an invalid cursor. */
  cursor(
    field: string,
    nodeType: string,
    asked: Pick<Order, 'by' | 'direction'> | null,
    node: number,
    flaw: CursorFlaw,
  ): string {
    const order = orderOf(nodeType, asked);
    const rows = this.graph.all<any>(others[nodeType] ?? records[nodeType as 'Claim']);
    const at = positionOf(order, rows[node % rows.length]);
    switch (flaw) {
      case 'none':
        return cursorText(field, order, at);
      case 'garbage':
        return 'bm9uZSBhdCBhbGw';
      case 'another list':
        return cursorText(`${field}s`, order, at);
      case 'another order':
        return cursorText(
          field,
          { ...order, direction: order.direction === 'ASC' ? 'DESC' : 'ASC' },
          at,
        );
      case 'broken key':
        return cursorText(field, order, { ...at, primary: ['not-an-id', ...at.primary.slice(1)] });
    }
  }
}
