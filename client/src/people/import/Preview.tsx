import { Button, Checkbox } from '@mantine/core';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { FormActions } from '../../design/FormActions.tsx';
import { Meter } from '../../design/Meter.tsx';
import { Note } from '../../design/Note.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { refusalText } from '../../platform/texts.ts';
import { type CheckedRow, checkRows, type ImportRow, isGood } from './import-rows.ts';
import styles from './Preview.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { PublishedStay, Summary } from './Summary.tsx';
import { useText } from './texts.ts';
import { type Arrived, useImport } from './use-import.ts';

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
  const now = useView(({ people, form }) => ({ people, form }));
  // While an import runs the rows are as they were when it began.
  const [then, setThen] = useState<typeof now | null>(null);
  const { people, form } = then ?? now;
  const { run, undo } = useImport();
  const [updates, setUpdates] = useState(false);
  // The rows that the filter found when it was used: one that is being mended stays under the fingers until it is used again.
  const [filtered, setFiltered] = useState<ReadonlySet<string> | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const checked = useMemo(() => checkRows(rows, { people, asked: form, updates }), [rows, people, form, updates]);
  const known = checked.filter(row => row.known !== null).length;
  const good = checked.filter(isGood);
  const adds = good.filter(row => row.updates === null).length;
  const open = checked.filter(row => !row.isSkipped && isOpen(row)).length;

  const latest = useRef({ rows, onRows });
  useLayoutEffect(() => {
    latest.current = { rows, onRows };
  });
  // The same function for as long as the preview is there: a row is drawn again when it changes, not when another does.
  const change = useCallback((changed: ImportRow) => {
    const { rows, onRows } = latest.current;
    onRows(rows.map(row => (row.draft.person === changed.draft.person ? changed : row)));
  }, []);

  const start = async () => {
    setProblem(null);
    setDone(0);
    setThen(now);
    const arrived = await run(checked, people, form, setDone);
    setDone(null);
    setThen(null);
    if (arrived.refused) setProblem(refusalText(text, arrived.refused));
    if (arrived.added.size + arrived.updated.length > 0)
      offerUndo({ message: wordsFor(arrived, text), label: text('common.undo'), undo: () => undo(arrived) });
    const left = checked.filter(
      ({ draft, isSkipped, updates: target }) => !arrived.complete.has(target ?? draft.person) && !isSkipped,
    );
    if (left.length === 0) onDone();
    else onRows(rows.filter(({ draft }) => left.some(row => row.draft.person === draft.person)));
  };

  return (
    <div className={styles.preview}>
      <Summary rows={checked} ignored={ignored} />
      <PublishedStay />
      {known > 0 && (
        <Checkbox
          label={text('import.update', { count: known })}
          description={text('import.update.text')}
          checked={updates}
          onChange={event => setUpdates(event.currentTarget.checked)}
        />
      )}
      {(open > 0 || filtered) && (
        <Checkbox
          label={text('import.only-bad')}
          checked={filtered !== null}
          onChange={event => setFiltered(event.currentTarget.checked ? idsOf(checked.filter(isOpen)) : null)}
        />
      )}
      <PreviewTable
        rows={filtered ? checked.filter(row => filtered.has(row.draft.person) || isOpen(row)) : checked}
        onRow={change}
      />
      {problem && <Note tone="danger">{problem}</Note>}
      {done !== null && (
        <div className={styles.progress} role="status">
          {text('import.progress', { done, count: good.length })}
          <Meter value={done / Math.max(1, good.length)} />
        </div>
      )}
      <FormActions>
        <Button variant="default" onClick={onBack} disabled={done !== null}>
          {text('import.back')}
        </Button>
        {good.length > 0 && (
          <Button onClick={() => void start()} loading={done !== null}>
            {adds > 0 || good.length === 0
              ? text('import.run', { count: good.length })
              : text('import.run.updates', { count: good.length })}
          </Button>
        )}
      </FormActions>
    </div>
  );
}

function wordsFor({ added, updated }: Arrived, text: ReturnType<typeof useText>): string {
  const words = [
    ...(added.size > 0 ? [text('import.done', { count: added.size })] : []),
    ...(updated.length > 0 ? [text('import.done.updates', { count: updated.length })] : []),
  ];
  return words.join(' ');
}
