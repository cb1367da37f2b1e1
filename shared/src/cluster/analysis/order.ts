import type { HardRules, Profile } from './profile.ts';

/**
 * The same people in an order that what is known of them gives, so that nothing depends on who was added first or on ids, which come
 * last, between people who are alike in everything and named by the same rules.
 */
export function ordered(profiles: readonly Profile[], { together, apart }: HardRules): Profile[] {
  const content = new Map(profiles.map(profile => [profile.person, contentOf(profile)]));
  const listed = (name: string, lists: readonly (readonly string[])[], person: string) =>
    lists
      .filter(list => list.includes(person))
      .map(list => `${name} ${JSON.stringify(list.map(other => content.get(other) ?? '').sort())}`);
  return profiles
    .map(profile => {
      const rules = [...listed('together', together, profile.person), ...listed('apart', apart, profile.person)];
      return { profile, key: JSON.stringify([content.get(profile.person), rules.sort(), profile.person]) };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ profile }) => profile);
}

function contentOf({ person: _person, fields, languages, needs, ownNeeds, ...known }: Profile): string {
  return JSON.stringify([
    Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)),
    Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...[languages, needs, ownNeeds].map(list => [...list].sort()),
  ]);
}
