/**
 * What a changelog says of the version that a tag names.
 *
 * @param tag e.g. `v1.2.3`
 * @param versions of everything that is released together, by file
 * @param changelog in the manner of Keep a Changelog: `## 1.2.3 - 2026-12-01`
 * @throws Error naming the file and what is to be put right
 */
export function releaseNotes(
  tag: string,
  versions: Readonly<Record<string, string>>,
  changelog: string,
): string {
  const [, version] = /^v(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(tag) ?? [];
  if (version === undefined) throw new Error(`The tag "${tag}" names no version: v1.2.3 is wanted.`);
  const other = Object.entries(versions).find(([, one]) => one !== version);
  if (other) throw new Error(`${other[0]} has version ${other[1]}, the tag is ${tag}: make them one.`);
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split(/[\s\]]/, 1)[0]?.replace('[', '') === version);
  const notes = section?.slice(section.indexOf('\n')).trim();
  if (!notes) {
    throw new Error(
      `CHANGELOG.md says nothing of ${version}: rename "Unreleased" to "${version} - YYYY-MM-DD".`,
    );
  }
  return notes;
}
