/** Datasets shown of which it is not said where they come from, on what terms, or what they count. */

import type { Dataset, Release } from "../../../data/dataset.ts";
import type { Message } from "../../../source/diagnostic.ts";
import { withoutDefinition, withoutLicence, withoutSource } from "../../../source/messages/lint-data.ts";
import { spanOf } from "../../../source/source.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";

export const datasetWithoutSource: Rule = ofDatasets(({ id }, releases, isOwn) => {
  const lacking = releases.find((release) => {
    const { provider, table, address } = release.provenance;
    const leadsNowhere = table === undefined && address === undefined && release.retrieved?.file === undefined;
    return provider.trim() === "" || (leadsNowhere && !isOwn(release));
  });
  return lacking && withoutSource(id, lacking.provenance.provider.trim());
});

/** Who shows its own numbers needs no licence. */
export const datasetWithoutLicence: Rule = ofDatasets(({ id }, releases, isOwn) => {
  const lacking = releases.find((release) => (release.provenance.licence?.name.trim() ?? "") === "" && !isOwn(release));
  return lacking && withoutLicence(id, lacking.provenance.provider);
});

export const datasetWithoutDefinition: Rule = ofDatasets(({ id, title, definition }) => {
  const words = definition.trim();
  return words === "" || words === title.trim() ? withoutDefinition(id) : undefined;
});

/** Says what a dataset lacks, of which these releases are shown; `isOwn` are those of the office that publishes the deck. */
type Judge = (dataset: Dataset, releases: readonly Release[], isOwn: (release: Release) => boolean) => Message | undefined;

function ofDatasets(judge: Judge): Rule {
  return {
    severity: "warning",
    find: (input) =>
      [...shownReleases(input)].flatMap(([dataset, releases]): readonly Finding[] => {
        const message = judge(dataset, [...releases], (release) => isPublishers(dataset, release, input));
        const { source } = dataset.span;
        const end = source.text.indexOf("\n");
        return message === undefined ? [] : [{ span: spanOf(source, 0, end < 0 ? source.text.length : end), message }];
      }),
  };
}

function shownReleases({ slides, data }: LintInput): ReadonlyMap<Dataset, ReadonlySet<Release>> {
  const found = new Map<Dataset, Set<Release>>();
  for (const { slide } of slides) {
    for (const release of slide.releases) {
      const dataset = data.get(release.dataset);
      if (dataset === undefined) continue;
      const releases = found.get(dataset) ?? new Set<Release>();
      found.set(dataset, releases.add(release));
    }
  }
  return found;
}

function isPublishers({ confidentiality }: Dataset, { provenance }: Release, { deck }: LintInput): boolean {
  const publisher = deck.contact?.organisation?.trim() ?? "";
  return confidentiality !== undefined || (publisher !== "" && provenance.provider.startsWith(publisher));
}
