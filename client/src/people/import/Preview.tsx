import { Button, Checkbox } from '@mantine/core';
import type { PersonInput } from '@multaqa/shared/people/people.messages';
import { useMemo, useState } from 'react';
import { FormActions } from '../../design/FormActions.tsx';
import { Meter } from '../../design/Meter.tsx';
import { Note } from '../../design/Note.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import { refusalText } from '../../platform/texts.ts';
import { type CheckedRow, checkRows, type ImportRow, isGood, portionsOf } from './import-rows.ts';
import styles from './Preview.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { useText } from './texts.ts';

type Props = {
  rows: readonly ImportRow[];
  ignored: readonly string[];
  onRows(rows: readonly ImportRow[]): void;
  onBack(): void;
  onDone(): void;
};

const isOpen = (row: CheckedRow): boolean => !isGood(row) || row.twin !== null;
const idsOf = (rows: readonly CheckedRow[]): ReadonlySet<string> => new Set(rows.map(({ draft }) => draft.person));

/** What will be imported, what has to be mended first, and the button that does it. */
export function Preview({ rows, ignored, onRows, onBack, onDone }: Props) {
  const text = useText();
  const send = useCommand();
  const people = useView(view => view.people);
  // The rows that the filter found when it was used: one that is being mended stays under the fingers until it is used again.
  const [filtered, setFiltered] = useState<ReadonlySet<string> | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const checked = useMemo(() => checkRows(rows, people), [rows, people]);
  const good = checked.filter(isGood).length;
  const bad = checked.filter(row => !row.isSkipped && !isGood(row)).length;
  const twins = checked.filter(row => isGood(row) && row.twin !== null).length;

  const undo = (imported: readonly PersonInput[][]) => {
    for (const portion of imported) void send('people.remove', { people: portion.map(({ person }) => person) });
  };
  const run = async () => {
    const imported: PersonInput[][] = [];
    setProblem(null);
    setDone(0);
    for (const portion of portionsOf(checked)) {
      const ack = await send('people.add', { people: portion }, { forgetRefusal: true });
      if (!ack.ok) {
        setProblem(refusalText(text, ack));
        break;
      }
      imported.push(portion);
      setDone(imported.flat().length);
    }
    const arrived = new Set(imported.flat().map(({ person }) => person));
    if (arrived.size > 0)
      offerUndo({
        message: text('import.done', { count: arrived.size }),
        label: text('common.undo'),
        undo: () => undo(imported),
      });
    const left = rows.filter(({ draft, isSkipped }) => !arrived.has(draft.person) && !isSkipped);
    setDone(null);
    if (left.length === 0) onDone();
    else onRows(left);
  };

  return (
    <div className={styles.preview}>
      <p className={styles.summary} role="status">
        <strong className={styles.good}>{text('import.good', { count: good })}</strong>
        {bad > 0 && <strong className={styles.bad}>{text('import.bad', { count: bad })}</strong>}
        {twins > 0 && <strong className={styles.twins}>{text('import.twins', { count: twins })}</strong>}
        {ignored.length > 0 && (
          <span className={styles.quiet}>
            {text('import.ignored', { columns: ignored.join(text('common.comma')) })}
          </span>
        )}
      </p>
      {(bad + twins > 0 || filtered) && (
        <Checkbox
          label={text('import.only-bad')}
          checked={filtered !== null}
          onChange={event => setFiltered(event.currentTarget.checked ? idsOf(checked.filter(isOpen)) : null)}
        />
      )}
      <PreviewTable
        rows={filtered ? checked.filter(row => filtered.has(row.draft.person) || isOpen(row)) : checked}
        onRow={changed => onRows(rows.map(row => (row.draft.person === changed.draft.person ? changed : row)))}
      />
      {problem && <Note tone="danger">{problem}</Note>}
      {done !== null && (
        <div className={styles.progress} role="status">
          {text('import.progress', { done, count: good })}
          <Meter value={done / Math.max(1, good)} />
        </div>
      )}
      <FormActions>
        <Button variant="default" onClick={onBack} disabled={done !== null}>
          {text('import.back')}
        </Button>
        {good > 0 && (
          <Button onClick={() => void run()} loading={done !== null}>
            {text('import.run', { count: good })}
          </Button>
        )}
      </FormActions>
    </div>
  );
}
