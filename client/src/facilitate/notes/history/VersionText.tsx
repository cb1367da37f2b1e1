import { type Editor, EditorContent } from '@tiptap/react';
import { type CSSProperties, useEffect, useMemo } from 'react';
import { colourNumbered } from '../../../design/person-colours.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import noteStyles from '../editor/note.module.css';
import { sharesOf } from './authors.ts';
import type { Version } from './read-version.ts';
import { type Face, shadeAuthors, shadeChanges, shadeNothing } from './shading.ts';
import { useText } from './texts.ts';
import { useVersionReader } from './use-version-reader.ts';
import styles from './Version.module.css';

/** What is shown of a version besides its text. */
export type Shown = 'text' | 'authors' | 'changes';

/** The text of a version, with the words of each person in their colour, or with what is gone and what has come since. */
export function VersionText({ of: version, shown, label }: { of: Version; shown: Shown; label: string }) {
  const text = useText();
  const editor = useVersionReader(version.note, label);
  const writers = useWriters(version);
  useShading(editor, version, shown, writers);
  const isSame = version.changed.length === 0;
  return (
    <>
      {shown === 'authors' && version.authored && <Legend writers={writers} />}
      {shown === 'authors' && !version.authored && <p className={styles.word}>{text('history.authors.hidden')}</p>}
      {shown === 'changes' && (
        <p className={styles.word}>{text(isSame ? 'history.changes.none' : 'history.changes.how')}</p>
      )}
      <EditorContent editor={editor} className={noteStyles.text} />
    </>
  );
}

type Writer = Face & { person: string | null; share: number };

/** Those who wrote a version, most words first. Each has a colour of their own: that of their cluster would be the same for several. */
function useWriters({ authored }: Version): readonly Writer[] {
  const text = useText();
  const people = useView(view => view.people);
  return useMemo(
    () =>
      sharesOf(authored ?? []).map(({ person, share }, number) => ({
        ...{ person, share, colours: colourNumbered(number) },
        name: (person && people[person]?.name) || text('common.nameless'),
      })),
    [authored, people, text],
  );
}

function useShading(editor: Editor, { authored, changed }: Version, shown: Shown, writers: readonly Writer[]): void {
  useEffect(() => {
    const faces = new Map<string | null, Face>(writers.map(writer => [writer.person, writer]));
    const nobody: Face = { name: '', colours: colourNumbered(-1) };
    if (shown === 'authors' && authored) shadeAuthors(editor, authored, person => faces.get(person) ?? nobody);
    else if (shown === 'changes') shadeChanges(editor, changed);
    else shadeNothing(editor);
  }, [editor, authored, changed, shown, writers]);
}

function Legend({ writers }: { writers: readonly Writer[] }) {
  const { locale } = useLanguage();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <ul className={styles.legend}>
      {writers.map(({ person, name, share, colours: [deep, light] }) => (
        <li key={person} className={styles.writer} style={{ '--deep': deep, '--light': light } as CSSProperties}>
          <bdi>{name}</bdi>
          <span className={styles.share}>{percent.format(share)}</span>
        </li>
      ))}
    </ul>
  );
}
