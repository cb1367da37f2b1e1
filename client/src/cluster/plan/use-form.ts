import type { Profile, ProfileField } from '@multaqa/shared/cluster/analysis/profile';
import { nameIn } from '@multaqa/shared/name-in';
import { profilesOf } from '@multaqa/shared/profiles';
import { useMemo } from 'react';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';

/** A question of the organiser's own, in the language of the interface; `choices` by their ids. */
export type Question = ProfileField & { name: string; choices: ReadonlyMap<string, string> };

/** What the form asks, in the language of the interface: the listed needs by their ids, and the organiser's own questions. */
export type Asked = { needs: ReadonlyMap<string, string>; questions: readonly Question[] };

/** What the form asks, in the language of the interface. */
export function useAsked(): Asked {
  const { language } = useLanguage();
  const { needs, fields } = useView(({ form }) => ({ needs: form.needs, fields: form.fields }));
  return useMemo(
    () => ({
      needs: new Map(needs.map(({ id, names }) => [id, nameIn(names, language)])),
      questions: fields.map(({ id, kind, names, choices }) => ({
        id,
        kind,
        name: nameIn(names, language),
        choices: new Map(choices.map(choice => [choice.id, nameIn(choice.names, language)])),
      })),
    }),
    [needs, fields, language],
  );
}

/** What is known of everybody who is to be in a cluster; the same list until something of it changes. */
export function useProfiles(): readonly Profile[] {
  const { people, form } = useView(view => ({ people: view.people, form: view.form }));
  return useMemo(() => profilesOf(people, form), [people, form]);
}
