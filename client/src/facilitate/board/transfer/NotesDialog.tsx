import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { type FormEvent, useState } from 'react';
import { copyText } from '../../../design/copy-text.ts';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { tell } from '../../../design/toasts.tsx';
import styles from './NotesDialog.module.css';
import { type Choice, likelyColumn, listOf, mostNotes, type Rows, textsFrom } from './notes-from.ts';
import { asOneNote, rowsOf } from './pasted.ts';
import { useText } from './texts.ts';

/** What notes are made from: a text that was pasted, or the rows of a file; nothing yet where somebody is to write it. */
export type NotesSource =
  | { kind: 'text'; text: string; isCut?: boolean }
  | { kind: 'rows'; rows: Rows; isCut: boolean };

/** The rows of a file; `isCut` where it has more than are read. */
export type ReadRows = { rows: Rows; isCut: boolean };

type Props = {
  source: NotesSource;
  /** Reads the cells of a text that came from a spreadsheet. */
  readCells(text: string): Rows;
  /** Puts the first of these on the board, as many as come at once; what does not fit comes back as another source. */
  onPut(texts: readonly string[]): void;
  /** Reads a file as rows; null when it is no table. */
  readFile(file: File): Promise<ReadRows | null>;
  onClose(): void;
};

/** Asks how a list or a table becomes notes. */
export function NotesDialog({ onClose, ...form }: Props) {
  const text = useText();
  return (
    <Dialog title={text('board.transfer.title')} isOpen onClose={onClose}>
      <NotesForm key={form.source.kind === 'rows' ? form.source.rows.length : 'text'} {...form} onClose={onClose} />
    </Dialog>
  );
}

function NotesForm({ source, readCells, onPut, readFile, onClose }: Props) {
  const text = useText();
  const [words, setWords] = useState(source.kind === 'text' ? source.text : '');
  const [table, setTable] = useState<ReadRows | null>(source.kind === 'rows' ? source : null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isUnread, setUnread] = useState(false);
  const rows = table?.rows ?? rowsOf(words, readCells);
  const chosen = choice ?? { column: likelyColumn(rows), hasHeading: false };
  const texts = textsFrom(rows, chosen);
  const isCut = table ? table.isCut : source.kind === 'text' && source.isCut === true && words === source.text;
  const together = table ? rows.map(row => row.filter(Boolean).join(' · ')).join('\n') : words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (texts.length > 0) onPut(texts);
  };
  const open = async (file: File) => {
    const read = await readFile(file);
    setUnread(read === null);
    setTable(read);
    setChoice(null);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {!table && (
        <Textarea
          label={text('board.transfer.field')}
          description={text('board.transfer.field.hint')}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
          dir="auto"
          rows={6}
          data-autofocus
        />
      )}
      {source.kind === 'text' && source.text === '' && <FileButton onFile={open} isUnread={isUnread} />}
      <Columns rows={rows} choice={chosen} onChoose={setChoice} />
      <Count texts={texts} isCut={isCut} />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        {texts.length > 1 && (
          <Button variant="default" onClick={() => onPut([asOneNote(together)])}>
            {text('board.transfer.one')}
          </Button>
        )}
        <Button type="submit" disabled={texts.length === 0}>
          {text('board.transfer.put', { count: Math.min(mostNotes, texts.length) })}
        </Button>
      </FormActions>
    </form>
  );
}

/** How many notes there will be; and of more than come at once, what happens to the others. */
function Count({ texts, isCut }: { texts: readonly string[]; isCut: boolean }) {
  const text = useText();
  const rest = texts.slice(mostNotes);
  const copy = async () => {
    const isCopied = await copyText(listOf(rest));
    if (isCopied) tell(text('board.transfer.rest.copied', { count: rest.length }));
    else tell(text('board.transfer.copy.failed'), 'danger');
  };
  return (
    <div className={styles.count}>
      <p role="status">
        {rest.length > 0
          ? text('board.transfer.most', { most: mostNotes, count: rest.length })
          : text('board.transfer.lines', { count: texts.length })}{' '}
        {isCut && text('board.transfer.cut')}
      </p>
      {rest.length > 0 && (
        <Button size="xs" variant="default" leftSection={<Icon of={IconCopy} size={16} />} onClick={() => void copy()}>
          {text('board.transfer.rest', { count: rest.length })}
        </Button>
      )}
    </div>
  );
}

function FileButton({ onFile, isUnread }: { onFile(file: File): void; isUnread: boolean }) {
  const text = useText();
  return (
    <div>
      <Button component="label" variant="default" leftSection={<Icon of={IconTable} size={20} />}>
        {text('board.transfer.file')}
        <input
          type="file"
          className={styles.file}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={event => {
            const [file] = [...(event.currentTarget.files ?? [])];
            if (file) onFile(file);
            event.currentTarget.value = '';
          }}
        />
      </Button>
      {isUnread && (
        <p className={styles.wrong} role="alert">
          {text('board.transfer.file.failed')}
        </p>
      )}
    </div>
  );
}

/** Which column is meant, where there are several. */
function Columns({ rows, choice, onChoose }: { rows: Rows; choice: Choice; onChoose(choice: Choice): void }) {
  const text = useText();
  const count = Math.min(12, Math.max(0, ...rows.map(row => row.length)));
  if (count < 2) return null;
  const sample = (column: number) =>
    rows.slice(choice.hasHeading ? 1 : 0).find(row => row[column]?.trim())?.[column] ?? '';
  const nameOf = (column: number) =>
    (choice.hasHeading && rows[0]?.[column]?.trim()) || text('board.transfer.column.number', { number: column + 1 });
  return (
    <>
      <Checkbox
        label={text('board.transfer.heading')}
        checked={choice.hasHeading}
        onChange={event => onChoose({ ...choice, hasHeading: event.currentTarget.checked })}
      />
      <Radio.Group
        label={text('board.transfer.column')}
        value={String(choice.column)}
        onChange={value => onChoose({ ...choice, column: value === 'all' ? 'all' : Number(value) })}
      >
        <div className={styles.columns}>
          {Array.from({ length: count }, (_, column) => (
            <Radio
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place.
              key={column}
              value={String(column)}
              label={<bdi>{nameOf(column)}</bdi>}
              description={<bdi>{sample(column).slice(0, 80)}</bdi>}
            />
          ))}
          <Radio value="all" label={text('board.transfer.column.all')} />
        </div>
      </Radio.Group>
    </>
  );
}
