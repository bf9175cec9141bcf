import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frozen: the default of `valid_from` until the current routines replace it. */
const createWriteTime = `DO $do$ BEGIN IF to_regprocedure('write_time()') IS NULL THEN
  CREATE FUNCTION write_time() RETURNS timestamptz STABLE LANGUAGE plpgsql AS $$
  BEGIN
    RETURN nullif(current_setting('claimgraph.at', true), '')::timestamptz;
  END $$;
END IF; END $do$`;

/** Generated and reviewed. */
export class Foundation1795357786322 implements MigrationInterface {
  name = 'Foundation1795357786322';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createWriteTime);
    await runner.query(
      `CREATE TABLE "external_id" ("id" uuid NOT NULL, "system" text NOT NULL, "value" text NOT NULL, "report_id" uuid, "source_id" uuid, "faction_id" uuid, "location_id" uuid, "claim_id" uuid, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "external_id_system_check" CHECK (char_length("system") between 1 and 60), CONSTRAINT "external_id_value_check" CHECK (char_length("value") between 1 and 200), CONSTRAINT "external_id_url_check" CHECK ("value" !~* '^https?://'), CONSTRAINT "external_id_owner_check" CHECK (num_nonnulls("report_id", "source_id", "faction_id", "location_id", "claim_id") = 1), CONSTRAINT "external_id_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "external_id_report_id_idx" ON "external_id"  ("report_id") `);
    await runner.query(`CREATE INDEX "external_id_source_id_idx" ON "external_id"  ("source_id") `);
    await runner.query(
      `CREATE INDEX "external_id_faction_id_idx" ON "external_id"  ("faction_id") `,
    );
    await runner.query(
      `CREATE INDEX "external_id_location_id_idx" ON "external_id"  ("location_id") `,
    );
    await runner.query(`CREATE INDEX "external_id_claim_id_idx" ON "external_id"  ("claim_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "external_id_claim_key" ON "external_id"  ("system", "value") WHERE claim_id is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "external_id_location_key" ON "external_id"  ("system", "value") WHERE location_id is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "external_id_faction_key" ON "external_id"  ("system", "value") WHERE faction_id is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "external_id_source_key" ON "external_id"  ("system", "value") WHERE source_id is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "external_id_report_key" ON "external_id"  ("system", "value") WHERE report_id is not null`,
    );
    await runner.query(
      `CREATE TABLE "revision" ("record_id" uuid NOT NULL, "version" integer NOT NULL, "record_type" text NOT NULL, "seq" bigint NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by" text NOT NULL, "action" text NOT NULL, "change" text NOT NULL, CONSTRAINT "revision_record_type_check" CHECK ("record_type" in ('REPORT', 'SOURCE', 'FACTION', 'LOCATION', 'CLAIM')), CONSTRAINT "revision_by_check" CHECK (char_length("by") between 1 and 500), CONSTRAINT "revision_action_check" CHECK (char_length("action") between 1 and 500), CONSTRAINT "revision_change_check" CHECK ("change" in ('CREATED', 'UPDATED', 'WITHDRAWN')), CONSTRAINT "revision_pkey" PRIMARY KEY ("record_id", "version"))`,
    );
    await runner.query(`CREATE INDEX "revision_seq_idx" ON "revision"  ("seq") `);
    await runner.query(
      `CREATE TABLE "faction_relation" ("id" uuid NOT NULL, "from_id" uuid NOT NULL, "to_id" uuid NOT NULL, "kind" text NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "during_edtf" text, "during_earliest" date, "during_latest" date, "during_precision" text, "during_approximate" boolean, "during_uncertain" boolean, "during_extent" text, "during_basis" text, "during_as_written" text, "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "faction_relation_kind_check" CHECK ("kind" in ('PART_OF', 'ALLIED_WITH', 'AFFILIATE_OF', 'BACKED_BY', 'OPPOSED_TO', 'SPLINTER_OF', 'SUCCESSOR_OF', 'RECONCILED_WITH')), CONSTRAINT "faction_relation_self_check" CHECK ("from_id" <> "to_id"), CONSTRAINT "faction_relation_during_edtf_check" CHECK (char_length("during_edtf") between 1 and 200), CONSTRAINT "faction_relation_during_precision_check" CHECK ("during_precision" in ('TIME', 'DAY', 'DAYS', 'WEEK', 'MONTH', 'YEAR', 'DECADE', 'UNKNOWN')), CONSTRAINT "faction_relation_during_extent_check" CHECK ("during_extent" in ('WITHIN', 'THROUGHOUT')), CONSTRAINT "faction_relation_during_basis_check" CHECK ("during_basis" in ('STATED', 'INFERRED')), CONSTRAINT "faction_relation_during_as_written_check" CHECK (char_length("during_as_written") between 1 and 500), CONSTRAINT "faction_relation_during_order_check" CHECK ("during_earliest" <= "during_latest"), CONSTRAINT "faction_relation_during_check" CHECK (num_nonnulls("during_edtf", "during_precision", "during_approximate", "during_uncertain", "during_extent", "during_basis") = 6 or num_nonnulls("during_edtf", "during_precision", "during_approximate", "during_uncertain", "during_extent", "during_basis", "during_earliest", "during_latest", "during_as_written") = 0), CONSTRAINT "faction_relation_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "faction_relation_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "faction_relation_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "faction_relation_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "faction_relation_from_id_idx" ON "faction_relation"  ("from_id") `,
    );
    await runner.query(
      `CREATE INDEX "faction_relation_to_id_idx" ON "faction_relation"  ("to_id") `,
    );
    await runner.query(
      `CREATE TABLE "relation_claim" ("relation_id" uuid NOT NULL, "claim_id" uuid NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "relation_claim_pkey" PRIMARY KEY ("relation_id", "claim_id"))`,
    );
    await runner.query(
      `CREATE TABLE "faction" ("id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "version" integer NOT NULL DEFAULT '1', "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "kind" text NOT NULL, "name" text NOT NULL, "collective" boolean NOT NULL DEFAULT false, "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "faction_kind_check" CHECK ("kind" in ('STATE_FORCES', 'FOREIGN_STATE', 'REBEL_GROUP', 'MILITIA', 'ALLIANCE', 'POLITICAL_BODY', 'CIVILIANS', 'UNKNOWN')), CONSTRAINT "faction_name_check" CHECK (char_length("name") between 1 and 500), CONSTRAINT "faction_version_check" CHECK ("version" >= 1), CONSTRAINT "faction_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "faction_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "faction_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "faction_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "affiliation" ("id" uuid NOT NULL, "source_id" uuid NOT NULL, "to_faction_id" uuid, "to_source_id" uuid, "role" text, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "during_edtf" text, "during_earliest" date, "during_latest" date, "during_precision" text, "during_approximate" boolean, "during_uncertain" boolean, "during_extent" text, "during_basis" text, "during_as_written" text, "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "affiliation_role_check" CHECK (char_length("role") between 1 and 500), CONSTRAINT "affiliation_self_check" CHECK ("to_source_id" is distinct from "source_id"), CONSTRAINT "affiliation_to_check" CHECK (num_nonnulls("to_faction_id", "to_source_id") = 1), CONSTRAINT "affiliation_during_edtf_check" CHECK (char_length("during_edtf") between 1 and 200), CONSTRAINT "affiliation_during_precision_check" CHECK ("during_precision" in ('TIME', 'DAY', 'DAYS', 'WEEK', 'MONTH', 'YEAR', 'DECADE', 'UNKNOWN')), CONSTRAINT "affiliation_during_extent_check" CHECK ("during_extent" in ('WITHIN', 'THROUGHOUT')), CONSTRAINT "affiliation_during_basis_check" CHECK ("during_basis" in ('STATED', 'INFERRED')), CONSTRAINT "affiliation_during_as_written_check" CHECK (char_length("during_as_written") between 1 and 500), CONSTRAINT "affiliation_during_order_check" CHECK ("during_earliest" <= "during_latest"), CONSTRAINT "affiliation_during_check" CHECK (num_nonnulls("during_edtf", "during_precision", "during_approximate", "during_uncertain", "during_extent", "during_basis") = 6 or num_nonnulls("during_edtf", "during_precision", "during_approximate", "during_uncertain", "during_extent", "during_basis", "during_earliest", "during_latest", "during_as_written") = 0), CONSTRAINT "affiliation_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "affiliation_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "affiliation_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "affiliation_source_id_idx" ON "affiliation"  ("source_id") `);
    await runner.query(
      `CREATE INDEX "affiliation_to_faction_id_idx" ON "affiliation"  ("to_faction_id") `,
    );
    await runner.query(
      `CREATE INDEX "affiliation_to_source_id_idx" ON "affiliation"  ("to_source_id") `,
    );
    await runner.query(
      `CREATE TABLE "affiliation_claim" ("affiliation_id" uuid NOT NULL, "claim_id" uuid NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "affiliation_claim_pkey" PRIMARY KEY ("affiliation_id", "claim_id"))`,
    );
    await runner.query(
      `CREATE TABLE "rating" ("id" uuid NOT NULL, "source_id" uuid NOT NULL, "reliability" text NOT NULL, "rationale" text NOT NULL, "by" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "rating_reliability_check" CHECK ("reliability" in ('A', 'B', 'C', 'D', 'E', 'F')), CONSTRAINT "rating_rationale_check" CHECK (char_length("rationale") between 1 and 2000), CONSTRAINT "rating_by_check" CHECK (char_length("by") between 1 and 500), CONSTRAINT "rating_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "rating_source_id_idx" ON "rating"  ("source_id") `);
    await runner.query(
      `CREATE TABLE "source" ("id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "version" integer NOT NULL DEFAULT '1', "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "kind" text NOT NULL, "name" text NOT NULL, "role" text, "based_in_id" uuid, "reliability" text NOT NULL DEFAULT 'F', "protection" text NOT NULL DEFAULT 'PUBLIC', "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "source_kind_check" CHECK ("kind" in ('PERSON', 'OUTLET', 'ORGANISATION', 'OFFICIAL_BODY', 'COLLECTIVE', 'DATASET', 'UNKNOWN')), CONSTRAINT "source_name_check" CHECK (char_length("name") between 1 and 500), CONSTRAINT "source_role_check" CHECK (char_length("role") between 1 and 500), CONSTRAINT "source_reliability_check" CHECK ("reliability" in ('A', 'B', 'C', 'D', 'E', 'F')), CONSTRAINT "source_protection_check" CHECK ("protection" in ('PUBLIC', 'PSEUDONYMOUS', 'PROTECTED')), CONSTRAINT "source_version_check" CHECK ("version" >= 1), CONSTRAINT "source_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "source_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "source_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "source_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "source_based_in_id_idx" ON "source"  ("based_in_id") `);
    await runner.query(
      `CREATE TABLE "name" ("id" uuid NOT NULL, "text" text NOT NULL, "language" text, "script" text, "scheme" text, "kind" text NOT NULL, "said_by_id" uuid, "position" integer NOT NULL, "source_id" uuid, "faction_id" uuid, "location_id" uuid, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "during_edtf" text, "during_earliest" date, "during_latest" date, "during_precision" text, "during_approximate" boolean, "during_uncertain" boolean, "during_extent" text, "during_basis" text, "during_as_written" text, CONSTRAINT "name_text_check" CHECK (char_length("text") between 1 and 500), CONSTRAINT "name_language_check" CHECK (char_length("language") between 1 and 35), CONSTRAINT "name_script_check" CHECK (char_length("script") between 1 and 4), CONSTRAINT "name_scheme_check" CHECK (char_length("scheme") between 1 and 60), CONSTRAINT "name_kind_check" CHECK ("kind" in ('PRIMARY', 'ALIAS', 'FORMER', 'ACRONYM', 'WEAK')), CONSTRAINT "name_owner_check" CHECK (num_nonnulls("source_id", "faction_id", "location_id") = 1), CONSTRAINT "name_during_edtf_check" CHECK (char_length("during_edtf") between 1 and 200), CONSTRAINT "name_during_precision_check" CHECK ("during_precision" in ('TIME', 'DAY', 'DAYS', 'WEEK', 'MONTH', 'YEAR', 'DECADE', 'UNKNOWN')), CONSTRAINT "name_during_extent_check" CHECK ("during_extent" in ('WITHIN', 'THROUGHOUT')), CONSTRAINT "name_during_basis_check" CHECK ("during_basis" in ('STATED', 'INFERRED')), CONSTRAINT "name_during_as_written_check" CHECK (char_length("during_as_written") between 1 and 500), CONSTRAINT "name_during_order_check" CHECK ("during_earliest" <= "during_latest"), CONSTRAINT "name_during_check" CHECK (num_nonnulls("during_edtf", "during_precision", "during_approximate", "during_uncertain", "during_extent", "during_basis") = 6 or num_nonnulls("during_edtf", "during_precision", "during_approximate", "during_uncertain", "during_extent", "during_basis", "during_earliest", "during_latest", "during_as_written") = 0), CONSTRAINT "name_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "name_said_by_id_idx" ON "name"  ("said_by_id") `);
    await runner.query(`CREATE INDEX "name_source_id_idx" ON "name"  ("source_id") `);
    await runner.query(`CREATE INDEX "name_faction_id_idx" ON "name"  ("faction_id") `);
    await runner.query(`CREATE INDEX "name_location_id_idx" ON "name"  ("location_id") `);
    await runner.query(
      `CREATE TABLE "location" ("id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "version" integer NOT NULL DEFAULT '1', "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "kind" text NOT NULL, "name" text NOT NULL, "parent_id" uuid, "geo_precision" text, "geometry" jsonb, "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "point_lat" double precision, "point_lon" double precision, CONSTRAINT "location_kind_check" CHECK ("kind" in ('COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT', 'COMMUNITY', 'NEIGHBOURHOOD', 'INFORMAL_REGION', 'CROSSING', 'ROAD', 'FACILITY', 'NATURAL_FEATURE', 'DESCRIBED')), CONSTRAINT "location_name_check" CHECK (char_length("name") between 1 and 500), CONSTRAINT "location_geo_precision_check" CHECK ("geo_precision" in ('EXACT', 'WITHIN_25_KM', 'DISTRICT', 'GOVERNORATE', 'LINE_OR_REGION', 'COUNTRY', 'INTERNATIONAL')), CONSTRAINT "location_self_check" CHECK ("parent_id" is distinct from "id"), CONSTRAINT "location_point_lat_check" CHECK ("point_lat" between -90 and 90), CONSTRAINT "location_point_lon_check" CHECK ("point_lon" between -180 and 180), CONSTRAINT "location_point_check" CHECK (num_nonnulls("point_lat", "point_lon") = 2 or num_nonnulls("point_lat", "point_lon") = 0), CONSTRAINT "location_version_check" CHECK ("version" >= 1), CONSTRAINT "location_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "location_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "location_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "location_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "location_parent_id_idx" ON "location"  ("parent_id") `);
    await runner.query(
      `CREATE TABLE "report" ("id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "version" integer NOT NULL DEFAULT '1', "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "kind" text NOT NULL, "title" text NOT NULL, "url" text, "archived_url" text, "publisher_id" uuid, "retrieved_at" TIMESTAMP WITH TIME ZONE, "language" text, "summary" text, "body" text, "body_kind" text, "body_sha256" text, "dateline_id" uuid, "reprint_of_id" uuid, "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "published_edtf" text, "published_earliest" date, "published_latest" date, "published_precision" text, "published_approximate" boolean, "published_uncertain" boolean, "published_basis" text, "published_as_written" text, CONSTRAINT "report_kind_check" CHECK ("kind" in ('ARTICLE', 'SITUATION_REPORT', 'SOCIAL_POST', 'BROADCAST', 'STATEMENT', 'INTERVIEW', 'DATASET', 'VIDEO', 'OTHER')), CONSTRAINT "report_title_check" CHECK (char_length("title") between 1 and 1000), CONSTRAINT "report_url_check" CHECK (char_length("url") between 1 and 2000), CONSTRAINT "report_archived_url_check" CHECK (char_length("archived_url") between 1 and 2000), CONSTRAINT "report_language_check" CHECK (char_length("language") between 1 and 35), CONSTRAINT "report_summary_check" CHECK (char_length("summary") between 1 and 10000), CONSTRAINT "report_body_check" CHECK (char_length("body") between 1 and 1000000), CONSTRAINT "report_body_kind_check" CHECK ("body_kind" in ('VERBATIM', 'TRANSLATION', 'EXCERPT', 'PARAPHRASE')), CONSTRAINT "report_body_sha256_check" CHECK (char_length("body_sha256") between 1 and 64), CONSTRAINT "report_reprint_check" CHECK ("reprint_of_id" is distinct from "id"), CONSTRAINT "report_body_has_hash_check" CHECK (("body" is null) = ("body_sha256" is null)), CONSTRAINT "report_body_has_kind_check" CHECK (("body" is null) = ("body_kind" is null)), CONSTRAINT "report_published_edtf_check" CHECK (char_length("published_edtf") between 1 and 200), CONSTRAINT "report_published_precision_check" CHECK ("published_precision" in ('TIME', 'DAY', 'DAYS', 'WEEK', 'MONTH', 'YEAR', 'DECADE', 'UNKNOWN')), CONSTRAINT "report_published_basis_check" CHECK ("published_basis" in ('STATED', 'INFERRED')), CONSTRAINT "report_published_as_written_check" CHECK (char_length("published_as_written") between 1 and 500), CONSTRAINT "report_published_order_check" CHECK ("published_earliest" <= "published_latest"), CONSTRAINT "report_published_check" CHECK (num_nonnulls("published_edtf", "published_precision", "published_approximate", "published_uncertain", "published_basis") = 5 or num_nonnulls("published_edtf", "published_precision", "published_approximate", "published_uncertain", "published_basis", "published_earliest", "published_latest", "published_as_written") = 0), CONSTRAINT "report_version_check" CHECK ("version" >= 1), CONSTRAINT "report_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "report_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "report_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "report_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "report_publisher_id_idx" ON "report"  ("publisher_id") `);
    await runner.query(`CREATE INDEX "report_dateline_id_idx" ON "report"  ("dateline_id") `);
    await runner.query(`CREATE INDEX "report_reprint_of_id_idx" ON "report"  ("reprint_of_id") `);
    await runner.query(
      `CREATE INDEX "report_body_sha256_idx" ON "report"  ("body_sha256") WHERE body_sha256 is not null`,
    );
    await runner.query(`CREATE INDEX "report_url_idx" ON "report"  ("url") WHERE url is not null`);
    await runner.query(
      `CREATE TABLE "attribution" ("claim_id" uuid NOT NULL, "position" integer NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "attribution_pkey" PRIMARY KEY ("claim_id", "position"))`,
    );
    await runner.query(
      `CREATE TABLE "speaker" ("claim_id" uuid NOT NULL, "attribution" integer NOT NULL, "position" integer NOT NULL, "source_id" uuid NOT NULL, "capacity" text NOT NULL, "verb" text, "report_id" uuid, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "speaker_capacity_check" CHECK ("capacity" in ('WITNESS', 'PARTICIPANT', 'OFFICIAL', 'ANALYST', 'HEARSAY', 'RELAY', 'UNSTATED')), CONSTRAINT "speaker_verb_check" CHECK (char_length("verb") between 1 and 100), CONSTRAINT "speaker_pkey" PRIMARY KEY ("claim_id", "attribution", "position"))`,
    );
    await runner.query(`CREATE INDEX "speaker_source_id_idx" ON "speaker"  ("source_id") `);
    await runner.query(`CREATE INDEX "speaker_report_id_idx" ON "speaker"  ("report_id") `);
    await runner.query(
      `CREATE TABLE "citation" ("claim_id" uuid NOT NULL, "position" integer NOT NULL, "report_id" uuid NOT NULL, "locator" text, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "citation_locator_check" CHECK (char_length("locator") between 1 and 500), CONSTRAINT "citation_pkey" PRIMARY KEY ("claim_id", "position"))`,
    );
    await runner.query(`CREATE INDEX "citation_report_id_idx" ON "citation"  ("report_id") `);
    await runner.query(
      `CREATE TABLE "claim_link" ("id" uuid NOT NULL, "kind" text NOT NULL, "from_id" uuid NOT NULL, "to_id" uuid NOT NULL, "shared_origin" text NOT NULL, "rationale" text NOT NULL, "by" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "claim_link_kind_check" CHECK ("kind" in ('CORROBORATES', 'CONTRADICTS', 'REFINES', 'REPEATS', 'SUPERSEDES', 'SAME_EVENT', 'FOLLOWS', 'CAUSED_BY')), CONSTRAINT "claim_link_shared_origin_check" CHECK ("shared_origin" in ('UNKNOWN', 'NO', 'POSSIBLE', 'YES')), CONSTRAINT "claim_link_rationale_check" CHECK (char_length("rationale") between 1 and 2000), CONSTRAINT "claim_link_by_check" CHECK (char_length("by") between 1 and 500), CONSTRAINT "claim_link_self_check" CHECK ("from_id" <> "to_id"), CONSTRAINT "claim_link_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "claim_link_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "claim_link_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "claim_link_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "claim_link_from_id_idx" ON "claim_link"  ("from_id") `);
    await runner.query(`CREATE INDEX "claim_link_to_id_idx" ON "claim_link"  ("to_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "claim_link_key" ON "claim_link"  ("from_id", "to_id", "kind") WHERE withdrawn_at is null`,
    );
    await runner.query(
      `CREATE TABLE "claim_party" ("claim_id" uuid NOT NULL, "position" integer NOT NULL, "faction_id" uuid NOT NULL, "role" text NOT NULL, "group" integer, "basis" text NOT NULL, "as_written" text, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "claim_party_role_check" CHECK ("role" in ('ACTOR', 'TARGET', 'PARTICIPANT', 'CONTROLLER', 'LOSER', 'BENEFICIARY')), CONSTRAINT "claim_party_group_check" CHECK ("group" >= 0), CONSTRAINT "claim_party_basis_check" CHECK ("basis" in ('STATED', 'INFERRED')), CONSTRAINT "claim_party_as_written_check" CHECK (char_length("as_written") between 1 and 500), CONSTRAINT "claim_party_pkey" PRIMARY KEY ("claim_id", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "claim_party_faction_id_idx" ON "claim_party"  ("faction_id") `,
    );
    await runner.query(
      `CREATE TABLE "claim_place" ("claim_id" uuid NOT NULL, "position" integer NOT NULL, "location_id" uuid NOT NULL, "role" text NOT NULL, "geo_precision" text, "basis" text NOT NULL, "as_written" text, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "point_lat" double precision, "point_lon" double precision, CONSTRAINT "claim_place_role_check" CHECK ("role" in ('AT', 'FROM', 'TO', 'TOWARDS', 'ALONG')), CONSTRAINT "claim_place_geo_precision_check" CHECK ("geo_precision" in ('EXACT', 'WITHIN_25_KM', 'DISTRICT', 'GOVERNORATE', 'LINE_OR_REGION', 'COUNTRY', 'INTERNATIONAL')), CONSTRAINT "claim_place_basis_check" CHECK ("basis" in ('STATED', 'INFERRED')), CONSTRAINT "claim_place_as_written_check" CHECK (char_length("as_written") between 1 and 500), CONSTRAINT "claim_place_point_lat_check" CHECK ("point_lat" between -90 and 90), CONSTRAINT "claim_place_point_lon_check" CHECK ("point_lon" between -180 and 180), CONSTRAINT "claim_place_point_check" CHECK (num_nonnulls("point_lat", "point_lon") = 2 or num_nonnulls("point_lat", "point_lon") = 0), CONSTRAINT "claim_place_pkey" PRIMARY KEY ("claim_id", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "claim_place_location_id_idx" ON "claim_place"  ("location_id") `,
    );
    await runner.query(
      `CREATE TABLE "quantity" ("id" uuid NOT NULL, "claim_id" uuid NOT NULL, "position" integer NOT NULL, "measure" text NOT NULL, "min" integer, "best" integer, "max" integer, "approximate" boolean NOT NULL, "part_of" uuid, "as_written" text, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "of_category" text, "of_faction_id" uuid, CONSTRAINT "quantity_measure_check" CHECK ("measure" in ('PEOPLE_KILLED', 'PEOPLE_INJURED', 'PEOPLE_DISPLACED', 'PEOPLE_RETURNED', 'PEOPLE_DETAINED', 'PEOPLE_MISSING', 'HOUSEHOLDS_DISPLACED', 'FACTIONS', 'FIGHTERS', 'STRIKES', 'BUILDINGS_DAMAGED', 'OTHER')), CONSTRAINT "quantity_min_check" CHECK ("min" >= 0), CONSTRAINT "quantity_best_check" CHECK ("best" >= 0), CONSTRAINT "quantity_max_check" CHECK ("max" >= 0), CONSTRAINT "quantity_as_written_check" CHECK (char_length("as_written") between 1 and 500), CONSTRAINT "quantity_part_check" CHECK ("part_of" <> "id"), CONSTRAINT "quantity_best_below_max_check" CHECK ("best" <= "max"), CONSTRAINT "quantity_best_above_min_check" CHECK ("min" <= "best"), CONSTRAINT "quantity_range_check" CHECK ("min" <= "max"), CONSTRAINT "quantity_some_check" CHECK (num_nonnulls("min", "best", "max") > 0), CONSTRAINT "quantity_of_category_check" CHECK ("of_category" in ('ANY', 'CIVILIANS', 'COMBATANTS', 'CHILDREN', 'WOMEN', 'UNKNOWN_STATUS')), CONSTRAINT "quantity_of_check" CHECK (num_nonnulls("of_category") = 1 or num_nonnulls("of_category", "of_faction_id") = 0), CONSTRAINT "quantity_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "quantity_claim_id_idx" ON "quantity"  ("claim_id") `);
    await runner.query(
      `CREATE INDEX "quantity_of_faction_id_idx" ON "quantity"  ("of_faction_id") `,
    );
    await runner.query(
      `CREATE TABLE "claim" ("id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "version" integer NOT NULL DEFAULT '1', "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "statement" text NOT NULL, "language" text NOT NULL, "kind" text NOT NULL, "modality" text NOT NULL, "report_id" uuid NOT NULL, "aggregate" boolean NOT NULL, "credibility" text NOT NULL DEFAULT 'SIX', "status" text NOT NULL DEFAULT 'UNVERIFIED', "withdrawn_rationale" text, "withdrawn_by" text, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "passage_quote" text, "passage_in" text, "passage_start" integer, "passage_end" integer, "passage_prefix" text, "passage_suffix" text, "passage_page" integer, "passage_direct_speech" boolean, "passage_translation" text, "occurred_edtf" text, "occurred_earliest" date, "occurred_latest" date, "occurred_precision" text, "occurred_approximate" boolean, "occurred_uncertain" boolean, "occurred_extent" text, "occurred_basis" text, "occurred_as_written" text, CONSTRAINT "claim_statement_check" CHECK (char_length("statement") between 1 and 5000), CONSTRAINT "claim_language_check" CHECK (char_length("language") between 1 and 35), CONSTRAINT "claim_kind_check" CHECK ("kind" in ('CLASH', 'SHELLING', 'AIRSTRIKE', 'BOMBING', 'CASUALTIES', 'VIOLENCE_AGAINST_CIVILIANS', 'ABDUCTION', 'DETENTION', 'CHEMICAL_ATTACK', 'SIEGE', 'ADVANCE', 'WITHDRAWAL', 'TERRITORIAL_CONTROL', 'MOBILISATION', 'DEPLOYMENT', 'DISPLACEMENT', 'RETURN', 'LOOTING', 'DESTRUCTION', 'HUMANITARIAN_SITUATION', 'NEGOTIATION', 'AGREEMENT', 'RELATION', 'PROTEST', 'RIOT', 'OTHER')), CONSTRAINT "claim_modality_check" CHECK ("modality" in ('ASSERTED', 'ESTIMATED', 'ALLEGED', 'DENIED', 'FEARED', 'PREDICTED')), CONSTRAINT "claim_credibility_check" CHECK ("credibility" in ('ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX')), CONSTRAINT "claim_status_check" CHECK ("status" in ('UNVERIFIED', 'VERIFIED', 'DISPUTED', 'REFUTED', 'RETRACTED')), CONSTRAINT "claim_passage_quote_check" CHECK (char_length("passage_quote") between 1 and 20000), CONSTRAINT "claim_passage_in_check" CHECK ("passage_in" in ('TITLE', 'BODY')), CONSTRAINT "claim_passage_start_check" CHECK ("passage_start" >= 0), CONSTRAINT "claim_passage_end_check" CHECK ("passage_end" >= 0), CONSTRAINT "claim_passage_prefix_check" CHECK (char_length("passage_prefix") between 1 and 1000), CONSTRAINT "claim_passage_suffix_check" CHECK (char_length("passage_suffix") between 1 and 1000), CONSTRAINT "claim_passage_page_check" CHECK ("passage_page" >= 0), CONSTRAINT "claim_passage_translation_check" CHECK (char_length("passage_translation") between 1 and 20000), CONSTRAINT "claim_passage_offsets_check" CHECK ("passage_start" < "passage_end"), CONSTRAINT "claim_passage_check" CHECK (num_nonnulls("passage_quote", "passage_in", "passage_start", "passage_end", "passage_direct_speech") = 5 or num_nonnulls("passage_quote", "passage_in", "passage_start", "passage_end", "passage_direct_speech", "passage_prefix", "passage_suffix", "passage_page", "passage_translation") = 0), CONSTRAINT "claim_occurred_edtf_check" CHECK (char_length("occurred_edtf") between 1 and 200), CONSTRAINT "claim_occurred_precision_check" CHECK ("occurred_precision" in ('TIME', 'DAY', 'DAYS', 'WEEK', 'MONTH', 'YEAR', 'DECADE', 'UNKNOWN')), CONSTRAINT "claim_occurred_extent_check" CHECK ("occurred_extent" in ('WITHIN', 'THROUGHOUT')), CONSTRAINT "claim_occurred_basis_check" CHECK ("occurred_basis" in ('STATED', 'INFERRED')), CONSTRAINT "claim_occurred_as_written_check" CHECK (char_length("occurred_as_written") between 1 and 500), CONSTRAINT "claim_occurred_order_check" CHECK ("occurred_earliest" <= "occurred_latest"), CONSTRAINT "claim_occurred_check" CHECK (num_nonnulls("occurred_edtf", "occurred_precision", "occurred_approximate", "occurred_uncertain", "occurred_extent", "occurred_basis") = 6 or num_nonnulls("occurred_edtf", "occurred_precision", "occurred_approximate", "occurred_uncertain", "occurred_extent", "occurred_basis", "occurred_earliest", "occurred_latest", "occurred_as_written") = 0), CONSTRAINT "claim_version_check" CHECK ("version" >= 1), CONSTRAINT "claim_withdrawn_rationale_check" CHECK (char_length("withdrawn_rationale") between 1 and 2000), CONSTRAINT "claim_withdrawn_by_check" CHECK (char_length("withdrawn_by") between 1 and 500), CONSTRAINT "claim_withdrawn_check" CHECK (num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 3 or num_nonnulls("withdrawn_rationale", "withdrawn_by", "withdrawn_at") = 0), CONSTRAINT "claim_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "claim_report_id_idx" ON "claim"  ("report_id") `);
    await runner.query(`CREATE INDEX "claim_kind_idx" ON "claim"  ("kind") `);
    await runner.query(
      `CREATE TABLE "assessment" ("id" uuid NOT NULL, "claim_id" uuid NOT NULL, "status" text NOT NULL, "credibility" text NOT NULL, "rationale" text NOT NULL, "by" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "assessment_status_check" CHECK ("status" in ('UNVERIFIED', 'VERIFIED', 'DISPUTED', 'REFUTED', 'RETRACTED')), CONSTRAINT "assessment_credibility_check" CHECK ("credibility" in ('ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX')), CONSTRAINT "assessment_rationale_check" CHECK (char_length("rationale") between 1 and 2000), CONSTRAINT "assessment_by_check" CHECK (char_length("by") between 1 and 500), CONSTRAINT "assessment_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "assessment_claim_id_idx" ON "assessment"  ("claim_id") `);
    await runner.query(
      `CREATE TABLE "claim_within" ("location_id" uuid NOT NULL, "claim_id" uuid NOT NULL, "occurred" date, CONSTRAINT "claim_within_pkey" PRIMARY KEY ("location_id", "claim_id"))`,
    );
    await runner.query(
      `CREATE TABLE "claim_of_faction" ("faction_id" uuid NOT NULL, "claim_id" uuid NOT NULL, "occurred" date, CONSTRAINT "claim_of_faction_pkey" PRIMARY KEY ("faction_id", "claim_id"))`,
    );
    await runner.query(
      `CREATE TABLE "claim_of_source" ("source_id" uuid NOT NULL, "claim_id" uuid NOT NULL, "occurred" date, CONSTRAINT "claim_of_source_pkey" PRIMARY KEY ("source_id", "claim_id"))`,
    );
    await runner.query(
      `CREATE TABLE "write_log" ("seq" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by" text NOT NULL, "action" text NOT NULL, "previous_hash" bytea, "hash" bytea, CONSTRAINT "write_log_at_key" UNIQUE ("at"), CONSTRAINT "write_log_pkey" PRIMARY KEY ("seq"))`,
    );
    await runner.query(
      `CREATE TABLE "touched" ("seq" bigint NOT NULL, "record_type" text NOT NULL, "record_id" uuid NOT NULL, CONSTRAINT "touched_pkey" PRIMARY KEY ("seq", "record_type", "record_id"))`,
    );
    await runner.query(
      `CREATE TABLE "history_table" ("table_name" text NOT NULL, "record_type" text NOT NULL, "owner_column" text NOT NULL, "list" text, "columns" jsonb NOT NULL, CONSTRAINT "history_table_pkey" PRIMARY KEY ("table_name", "record_type", "owner_column"))`,
    );
    await runner.query(
      `CREATE TABLE "idempotency_key" ("by" text NOT NULL, "key" text NOT NULL, "request" bytea NOT NULL, "answer" jsonb NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("by", "key"))`,
    );
    await runner.query(
      `CREATE TABLE "location_also_in" ("location_id" uuid NOT NULL, "position" integer NOT NULL, "area_id" uuid NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "location_also_in_pkey" PRIMARY KEY ("location_id", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "location_also_in_area_id_idx" ON "location_also_in"  ("area_id") `,
    );
    await runner.query(
      `CREATE TABLE "location_overlap" ("low_id" uuid NOT NULL, "high_id" uuid NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "location_overlap_order_check" CHECK ("low_id" < "high_id"), CONSTRAINT "location_overlap_pkey" PRIMARY KEY ("low_id", "high_id"))`,
    );
    await runner.query(
      `CREATE INDEX "location_overlap_high_id_idx" ON "location_overlap"  ("high_id") `,
    );
    await runner.query(
      `CREATE TABLE "location_within" ("location_id" uuid NOT NULL, "ancestor_id" uuid NOT NULL, "depth" integer NOT NULL, CONSTRAINT "location_within_pkey" PRIMARY KEY ("location_id", "ancestor_id"))`,
    );
    await runner.query(
      `CREATE INDEX "location_within_ancestor_id_location_id_idx" ON "location_within"  ("ancestor_id", "location_id") `,
    );
    await runner.query(
      `CREATE TABLE "report_author" ("report_id" uuid NOT NULL, "position" integer NOT NULL, "author_id" uuid NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "report_author_pkey" PRIMARY KEY ("report_id", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "report_author_author_id_idx" ON "report_author"  ("author_id") `,
    );
    await runner.query(
      `ALTER TABLE "external_id" ADD CONSTRAINT "external_id_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "external_id" ADD CONSTRAINT "external_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "external_id" ADD CONSTRAINT "external_id_faction_id_fkey" FOREIGN KEY ("faction_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "external_id" ADD CONSTRAINT "external_id_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "external_id" ADD CONSTRAINT "external_id_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "faction_relation" ADD CONSTRAINT "faction_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "faction_relation" ADD CONSTRAINT "faction_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "relation_claim" ADD CONSTRAINT "relation_claim_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "faction_relation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "relation_claim" ADD CONSTRAINT "relation_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_to_faction_id_fkey" FOREIGN KEY ("to_faction_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_to_source_id_fkey" FOREIGN KEY ("to_source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "affiliation_claim" ADD CONSTRAINT "affiliation_claim_affiliation_id_fkey" FOREIGN KEY ("affiliation_id") REFERENCES "affiliation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "affiliation_claim" ADD CONSTRAINT "affiliation_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "rating" ADD CONSTRAINT "rating_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "source" ADD CONSTRAINT "source_based_in_id_fkey" FOREIGN KEY ("based_in_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "name" ADD CONSTRAINT "name_said_by_id_fkey" FOREIGN KEY ("said_by_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "name" ADD CONSTRAINT "name_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "name" ADD CONSTRAINT "name_faction_id_fkey" FOREIGN KEY ("faction_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "name" ADD CONSTRAINT "name_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location" ADD CONSTRAINT "location_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "report_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "report_dateline_id_fkey" FOREIGN KEY ("dateline_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "report_reprint_of_id_fkey" FOREIGN KEY ("reprint_of_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "attribution" ADD CONSTRAINT "attribution_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "speaker" ADD CONSTRAINT "speaker_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "speaker" ADD CONSTRAINT "speaker_claim_id_attribution_fkey" FOREIGN KEY ("claim_id", "attribution") REFERENCES "attribution"("claim_id","position") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "speaker" ADD CONSTRAINT "speaker_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "speaker" ADD CONSTRAINT "speaker_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "citation" ADD CONSTRAINT "citation_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "citation" ADD CONSTRAINT "citation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim_party" ADD CONSTRAINT "claim_party_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim_party" ADD CONSTRAINT "claim_party_faction_id_fkey" FOREIGN KEY ("faction_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim_place" ADD CONSTRAINT "claim_place_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim_place" ADD CONSTRAINT "claim_place_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "quantity" ADD CONSTRAINT "quantity_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "quantity" ADD CONSTRAINT "quantity_part_of_fkey" FOREIGN KEY ("part_of") REFERENCES "quantity"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "quantity" ADD CONSTRAINT "quantity_of_faction_id_fkey" FOREIGN KEY ("of_faction_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "claim" ADD CONSTRAINT "claim_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment" ADD CONSTRAINT "assessment_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_also_in" ADD CONSTRAINT "location_also_in_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_also_in" ADD CONSTRAINT "location_also_in_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_overlap" ADD CONSTRAINT "location_overlap_low_id_fkey" FOREIGN KEY ("low_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_overlap" ADD CONSTRAINT "location_overlap_high_id_fkey" FOREIGN KEY ("high_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_within" ADD CONSTRAINT "location_within_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_within" ADD CONSTRAINT "location_within_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_author" ADD CONSTRAINT "report_author_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_author" ADD CONSTRAINT "report_author_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "report_author" DROP CONSTRAINT "report_author_author_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "report_author" DROP CONSTRAINT "report_author_report_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_within" DROP CONSTRAINT "location_within_ancestor_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_within" DROP CONSTRAINT "location_within_location_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_overlap" DROP CONSTRAINT "location_overlap_high_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_overlap" DROP CONSTRAINT "location_overlap_low_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_also_in" DROP CONSTRAINT "location_also_in_area_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_also_in" DROP CONSTRAINT "location_also_in_location_id_fkey"`,
    );
    await runner.query(`ALTER TABLE "assessment" DROP CONSTRAINT "assessment_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "claim" DROP CONSTRAINT "claim_report_id_fkey"`);
    await runner.query(`ALTER TABLE "quantity" DROP CONSTRAINT "quantity_of_faction_id_fkey"`);
    await runner.query(`ALTER TABLE "quantity" DROP CONSTRAINT "quantity_part_of_fkey"`);
    await runner.query(`ALTER TABLE "quantity" DROP CONSTRAINT "quantity_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "claim_place" DROP CONSTRAINT "claim_place_location_id_fkey"`);
    await runner.query(`ALTER TABLE "claim_place" DROP CONSTRAINT "claim_place_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "claim_party" DROP CONSTRAINT "claim_party_faction_id_fkey"`);
    await runner.query(`ALTER TABLE "claim_party" DROP CONSTRAINT "claim_party_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "claim_link" DROP CONSTRAINT "claim_link_to_id_fkey"`);
    await runner.query(`ALTER TABLE "claim_link" DROP CONSTRAINT "claim_link_from_id_fkey"`);
    await runner.query(`ALTER TABLE "citation" DROP CONSTRAINT "citation_report_id_fkey"`);
    await runner.query(`ALTER TABLE "citation" DROP CONSTRAINT "citation_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "speaker" DROP CONSTRAINT "speaker_report_id_fkey"`);
    await runner.query(`ALTER TABLE "speaker" DROP CONSTRAINT "speaker_source_id_fkey"`);
    await runner.query(`ALTER TABLE "speaker" DROP CONSTRAINT "speaker_claim_id_attribution_fkey"`);
    await runner.query(`ALTER TABLE "speaker" DROP CONSTRAINT "speaker_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "attribution" DROP CONSTRAINT "attribution_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "report" DROP CONSTRAINT "report_reprint_of_id_fkey"`);
    await runner.query(`ALTER TABLE "report" DROP CONSTRAINT "report_dateline_id_fkey"`);
    await runner.query(`ALTER TABLE "report" DROP CONSTRAINT "report_publisher_id_fkey"`);
    await runner.query(`ALTER TABLE "location" DROP CONSTRAINT "location_parent_id_fkey"`);
    await runner.query(`ALTER TABLE "name" DROP CONSTRAINT "name_location_id_fkey"`);
    await runner.query(`ALTER TABLE "name" DROP CONSTRAINT "name_faction_id_fkey"`);
    await runner.query(`ALTER TABLE "name" DROP CONSTRAINT "name_source_id_fkey"`);
    await runner.query(`ALTER TABLE "name" DROP CONSTRAINT "name_said_by_id_fkey"`);
    await runner.query(`ALTER TABLE "source" DROP CONSTRAINT "source_based_in_id_fkey"`);
    await runner.query(`ALTER TABLE "rating" DROP CONSTRAINT "rating_source_id_fkey"`);
    await runner.query(
      `ALTER TABLE "affiliation_claim" DROP CONSTRAINT "affiliation_claim_claim_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "affiliation_claim" DROP CONSTRAINT "affiliation_claim_affiliation_id_fkey"`,
    );
    await runner.query(`ALTER TABLE "affiliation" DROP CONSTRAINT "affiliation_to_source_id_fkey"`);
    await runner.query(
      `ALTER TABLE "affiliation" DROP CONSTRAINT "affiliation_to_faction_id_fkey"`,
    );
    await runner.query(`ALTER TABLE "affiliation" DROP CONSTRAINT "affiliation_source_id_fkey"`);
    await runner.query(
      `ALTER TABLE "relation_claim" DROP CONSTRAINT "relation_claim_claim_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "relation_claim" DROP CONSTRAINT "relation_claim_relation_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "faction_relation" DROP CONSTRAINT "faction_relation_to_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "faction_relation" DROP CONSTRAINT "faction_relation_from_id_fkey"`,
    );
    await runner.query(`ALTER TABLE "external_id" DROP CONSTRAINT "external_id_claim_id_fkey"`);
    await runner.query(`ALTER TABLE "external_id" DROP CONSTRAINT "external_id_location_id_fkey"`);
    await runner.query(`ALTER TABLE "external_id" DROP CONSTRAINT "external_id_faction_id_fkey"`);
    await runner.query(`ALTER TABLE "external_id" DROP CONSTRAINT "external_id_source_id_fkey"`);
    await runner.query(`ALTER TABLE "external_id" DROP CONSTRAINT "external_id_report_id_fkey"`);
    await runner.query(`DROP INDEX "public"."report_author_author_id_idx"`);
    await runner.query(`DROP TABLE "report_author"`);
    await runner.query(`DROP INDEX "public"."location_within_ancestor_id_location_id_idx"`);
    await runner.query(`DROP TABLE "location_within"`);
    await runner.query(`DROP INDEX "public"."location_overlap_high_id_idx"`);
    await runner.query(`DROP TABLE "location_overlap"`);
    await runner.query(`DROP INDEX "public"."location_also_in_area_id_idx"`);
    await runner.query(`DROP TABLE "location_also_in"`);
    await runner.query(`DROP TABLE "idempotency_key"`);
    await runner.query(`DROP TABLE "history_table"`);
    await runner.query(`DROP TABLE "touched"`);
    await runner.query(`DROP TABLE "write_log"`);
    await runner.query(`DROP TABLE "claim_of_source"`);
    await runner.query(`DROP TABLE "claim_of_faction"`);
    await runner.query(`DROP TABLE "claim_within"`);
    await runner.query(`DROP INDEX "public"."assessment_claim_id_idx"`);
    await runner.query(`DROP TABLE "assessment"`);
    await runner.query(`DROP INDEX "public"."claim_kind_idx"`);
    await runner.query(`DROP INDEX "public"."claim_report_id_idx"`);
    await runner.query(`DROP TABLE "claim"`);
    await runner.query(`DROP INDEX "public"."quantity_of_faction_id_idx"`);
    await runner.query(`DROP INDEX "public"."quantity_claim_id_idx"`);
    await runner.query(`DROP TABLE "quantity"`);
    await runner.query(`DROP INDEX "public"."claim_place_location_id_idx"`);
    await runner.query(`DROP TABLE "claim_place"`);
    await runner.query(`DROP INDEX "public"."claim_party_faction_id_idx"`);
    await runner.query(`DROP TABLE "claim_party"`);
    await runner.query(`DROP INDEX "public"."claim_link_key"`);
    await runner.query(`DROP INDEX "public"."claim_link_to_id_idx"`);
    await runner.query(`DROP INDEX "public"."claim_link_from_id_idx"`);
    await runner.query(`DROP TABLE "claim_link"`);
    await runner.query(`DROP INDEX "public"."citation_report_id_idx"`);
    await runner.query(`DROP TABLE "citation"`);
    await runner.query(`DROP INDEX "public"."speaker_report_id_idx"`);
    await runner.query(`DROP INDEX "public"."speaker_source_id_idx"`);
    await runner.query(`DROP TABLE "speaker"`);
    await runner.query(`DROP TABLE "attribution"`);
    await runner.query(`DROP INDEX "public"."report_url_idx"`);
    await runner.query(`DROP INDEX "public"."report_body_sha256_idx"`);
    await runner.query(`DROP INDEX "public"."report_reprint_of_id_idx"`);
    await runner.query(`DROP INDEX "public"."report_dateline_id_idx"`);
    await runner.query(`DROP INDEX "public"."report_publisher_id_idx"`);
    await runner.query(`DROP TABLE "report"`);
    await runner.query(`DROP INDEX "public"."location_parent_id_idx"`);
    await runner.query(`DROP TABLE "location"`);
    await runner.query(`DROP INDEX "public"."name_location_id_idx"`);
    await runner.query(`DROP INDEX "public"."name_faction_id_idx"`);
    await runner.query(`DROP INDEX "public"."name_source_id_idx"`);
    await runner.query(`DROP INDEX "public"."name_said_by_id_idx"`);
    await runner.query(`DROP TABLE "name"`);
    await runner.query(`DROP INDEX "public"."source_based_in_id_idx"`);
    await runner.query(`DROP TABLE "source"`);
    await runner.query(`DROP INDEX "public"."rating_source_id_idx"`);
    await runner.query(`DROP TABLE "rating"`);
    await runner.query(`DROP TABLE "affiliation_claim"`);
    await runner.query(`DROP INDEX "public"."affiliation_to_source_id_idx"`);
    await runner.query(`DROP INDEX "public"."affiliation_to_faction_id_idx"`);
    await runner.query(`DROP INDEX "public"."affiliation_source_id_idx"`);
    await runner.query(`DROP TABLE "affiliation"`);
    await runner.query(`DROP TABLE "faction"`);
    await runner.query(`DROP TABLE "relation_claim"`);
    await runner.query(`DROP INDEX "public"."faction_relation_to_id_idx"`);
    await runner.query(`DROP INDEX "public"."faction_relation_from_id_idx"`);
    await runner.query(`DROP TABLE "faction_relation"`);
    await runner.query(`DROP INDEX "public"."revision_seq_idx"`);
    await runner.query(`DROP TABLE "revision"`);
    await runner.query(`DROP INDEX "public"."external_id_report_key"`);
    await runner.query(`DROP INDEX "public"."external_id_source_key"`);
    await runner.query(`DROP INDEX "public"."external_id_faction_key"`);
    await runner.query(`DROP INDEX "public"."external_id_location_key"`);
    await runner.query(`DROP INDEX "public"."external_id_claim_key"`);
    await runner.query(`DROP INDEX "public"."external_id_claim_id_idx"`);
    await runner.query(`DROP INDEX "public"."external_id_location_id_idx"`);
    await runner.query(`DROP INDEX "public"."external_id_faction_id_idx"`);
    await runner.query(`DROP INDEX "public"."external_id_source_id_idx"`);
    await runner.query(`DROP INDEX "public"."external_id_report_id_idx"`);
    await runner.query(`DROP TABLE "external_id"`);
  }
}
