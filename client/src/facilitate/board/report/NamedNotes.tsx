import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ToldThing } from '@multaqa/shared/facilitate/board/table/told-things';
import type { PersonId } from '@multaqa/shared/kernel/ids';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './BoardWords.module.css';
import { useText } from './texts.ts';

/** What people wrote for themselves and was then revealed with their names: each person with their notes. */
export function NamedNotes({ things }: { things: ReadonlyMap<ThingId, ToldThing> }) {
  const text = useText();
  const { locale } = useLanguage();
  const people = useView(view => view.people);
  const notes = new Map<PersonId, string[]>();
  for (const { by, text: words } of things.values())
    if (by !== null && words.trim()) notes.set(by, [...(notes.get(by) ?? []), words.trim()]);
  if (notes.size === 0) return null;
  const named = [...notes]
    .map(([person, texts]) => ({ person, name: people[person]?.name ?? text('common.nameless'), texts }))
    .sort((a, b) => a.name.localeCompare(b.name, locale) || (a.person < b.person ? -1 : 1));
  return (
    <>
      <h4 className={styles.heading}>{text('board-report.named')}</h4>
      <dl className={styles.named}>
        {named.map(({ person, name, texts }) => (
          <div key={person} className={styles.person}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            {texts.map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two notes of one person can say the same.
              <dd key={at} className={styles.words}>
                <bdi>{words}</bdi>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
