import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { importServer } from '../paths.mjs';
import { claimInput, reportInput } from './ledger.mjs';

const keyOf = (id) => id?.slice(4);

/**
 * Writes claims by a function in the database: all triggers run, and nothing else is done. No input
 * is checked. The rows of a claim are those that the server writes for the same input.
 */
export async function byHand(url, ledger) {
  const { connectionSettings } = await importServer('database/connection');
  const settings = Object.entries(connectionSettings).map(([name, value]) => `-c ${name}=${value}`);
  const pool = new pg.Pool({ connectionString: url, max: 16, options: settings.join(' ') });
  await pool.query(readFileSync(new URL('by-hand.sql', import.meta.url), 'utf8'));
  const write = (claims) => {
    const input = claims === 1 ? { claims: [claimInput(ledger)] } : reportInput(ledger, claims);
    const values = [JSON.stringify(rowsOf(input))];
    return pool.query({ name: 'by hand', text: 'select write_by_hand($1)', values });
  };
  return { write, stop: () => pool.end() };
}

/** The rows by table. */
function rowsOf({ report, claims }) {
  const rows = { report: [], claim: [], attribution: [], speaker: [] };
  Object.assign(rows, { quantity: [], claim_place: [], claim_party: [], external_id: [] });
  const newReport = report && randomUUID();
  if (report)
    rows.report.push({ ...report, id: newReport, publisher_id: keyOf(report.publisherId) });
  for (const claim of claims) {
    const claim_id = randomUUID();
    rows.claim.push({ ...claim, id: claim_id, report_id: newReport ?? keyOf(claim.reportId) });
    for (const [attribution, { chain }] of claim.attributions.entries()) {
      rows.attribution.push({ claim_id, position: attribution });
      for (const [position, { sourceId, capacity = 'UNSTATED', verb }] of chain.entries())
        rows.speaker.push({
          claim_id,
          attribution,
          position,
          source_id: keyOf(sourceId),
          capacity,
          verb,
        });
    }
    let position = 0;
    for (const { parts = [], ...whole } of claim.quantities) {
      const id = randomUUID();
      rows.quantity.push({ ...whole, id, claim_id, position: position++ });
      for (const part of parts)
        rows.quantity.push({
          ...part,
          id: randomUUID(),
          claim_id,
          position: position++,
          part_of: id,
        });
    }
    for (const [position, place] of claim.places.entries())
      rows.claim_place.push({
        claim_id,
        position,
        location_id: keyOf(place.locationId),
        as_written: place.asWritten,
      });
    for (const [position, { factionId, role }] of claim.parties.entries())
      rows.claim_party.push({ claim_id, position, faction_id: keyOf(factionId), role });
    for (const each of claim.externalIds)
      rows.external_id.push({ ...each, id: randomUUID(), claim_id });
  }
  return rows;
}
