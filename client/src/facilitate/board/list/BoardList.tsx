import { Button, TextInput } from '@mantine/core';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type FormEvent, useCallback, useMemo, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { useSaid } from '../said.ts';
import styles from './BoardList.module.css';
import { EditThing } from './EditThing.tsx';
import type { ListProps } from './list-context.ts';
import { Rows } from './Rows.tsx';
import { filtered, rowsOf } from './rows.ts';
import { useText } from './texts.ts';
import { useActs } from './use-acts.ts';
import { useArrivals } from './use-arrivals.ts';
import { useCalmScene } from './use-calm-scene.ts';

/** Every thing on a board as a list: all of it can be read, written, moved and removed by keyboard and by screen reader. */
export function BoardList(props: ListProps) {
  const { board, access, onBack } = props;
  const text = useText();
  const said = useSaid();
  const { direction } = useLanguage();
  const scene = useCalmScene(board);
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Thing | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const rows = useMemo(() => rowsOf(scene, { direction, said }), [scene, direction, said]);
  const shown = useMemo(() => filtered(rows, wanted), [rows, wanted]);
  const words = useMemo(() => new Map(rows.map(row => [row.thing.id, row.words])), [rows]);
  const nameOf = useCallback(
    (thing: Thing) =>
      words.get(thing.id)?.slice(0, 60) ||
      text(thing.kind === 'image' ? 'board.list.undescribed' : 'board.list.wordless'),
    [words, text],
  );
  const acts = useActs(props, nameOf);
  useArrivals(scene, added);
  const nothing = rows.length === 0 ? 'board.list.empty' : 'board.list.none';
  return (
    <section className={styles.list} aria-label={text('board.list.title')}>
      <div className={styles.head}>
        <Button variant="subtle" leftSection={<Icon of={IconArrowLeft} size={20} mirrored />} onClick={onBack}>
          {text('board.list.back')}
        </Button>
        <p className={styles.count} role="status">
          {text('board.list.count', { count: shown.length })}
        </p>
      </div>
      <div className={styles.fields}>
        <TextInput
          aria-label={text('board.list.filter')}
          placeholder={text('board.list.filter')}
          value={wanted}
          dir="auto"
          onChange={event => setWanted(event.currentTarget.value)}
        />
        {access === 'write' && <NewNote onAdd={said => setAdded(acts.add(said))} />}
      </div>
      {access === 'write' && <p className={styles.keys}>{text('board.list.keys')}</p>}
      {shown.length === 0 ? (
        <p className={styles.none}>{text(nothing)}</p>
      ) : (
        <Rows {...props} rows={shown} wanted={added} acts={acts} nameOf={nameOf} onEdit={setEdited} />
      )}
      {edited && (
        <EditThing
          thing={scene.get(edited.id) ?? edited}
          scene={scene}
          onClose={() => setEdited(null)}
          onSave={change => {
            acts.save(edited, change);
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

function NewNote({ onAdd }: { onAdd(words: string): void }) {
  const text = useText();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim()) return;
    onAdd(words.trim());
    setWords('');
  };
  return (
    <form className={styles.add} onSubmit={submit}>
      <TextInput
        aria-label={text('board.list.new')}
        placeholder={text('board.list.new')}
        value={words}
        dir="auto"
        onChange={event => setWords(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<Icon of={IconPlus} size={20} />}>
        {text('board.list.add')}
      </Button>
    </form>
  );
}
