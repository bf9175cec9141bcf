import type { ExportedClaim, ExportedReport } from './exported-claim.ts';
import type { MaskedSources } from './masked-sources.ts';

type ExportedSource = NonNullable<ExportedReport['publisher']>;

/** What stands for a name that is withheld, where no pseudonym is at hand. */
const withheld = '[withheld]';

/**
 * The claim as an export shows it: protected sources have a pseudonym instead of their name. What
 * analysts wrote in their own words stays as it is.
 */
export function maskClaim<Claim extends ExportedClaim>(claim: Claim, masked: MaskedSources): Claim {
  if (masked.byId.size === 0) return claim;
  return {
    ...claim,
    attributions: claim.attributions.map((attribution) => ({
      ...attribution,
      chain: attribution.chain.map((speaker) => ({
        ...speaker,
        source: maskSource(speaker.source, masked),
        report: speaker.report && maskReport(speaker.report, masked),
      })),
    })),
    report: maskReport(claim.report, masked),
    citations: claim.citations.map((citation) => ({
      ...citation,
      report: maskReport(citation.report, masked),
    })),
    // The system of an imported row's id contains the name of its data set.
    externalIds: claim.externalIds.filter(({ system }) => !masked.names.isIn(system)),
  };
}

const maskSource = <S extends ExportedSource>(source: S, { byId }: MaskedSources): S => ({
  ...source,
  name: byId.get(source.id)?.pseudonym ?? source.name,
});

/**
 * The report, without the name of a protected publisher. The address of a report by a protected
 * source would lead to the source, so it is left out.
 */
function maskReport(report: ExportedReport, masked: MaskedSources): ExportedReport {
  const { publisher } = report;
  const others = { ...report, publisher: publisher && maskSource(publisher, masked) };
  if (!masked.reportIds.has(report.id)) return others;
  const title = maskTitle(report.title, publisher?.id, masked);
  return { ...others, title, url: null, archivedUrl: null };
}

/** The title of a report by a protected source. Imports name reports after their data sets. */
export const maskTitle = (
  title: string,
  publisherId: string | undefined,
  { byId, names }: MaskedSources,
): string => names.replaceIn(title, byId.get(publisherId ?? '')?.pseudonym ?? withheld);
