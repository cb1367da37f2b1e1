import { Button, Textarea } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import { type DragEvent, useRef, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { Note } from '../../design/Note.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { csvOf, saveCsv } from '../../platform/tables/csv.ts';
import { columns, headingOf } from './columns.ts';
import { parseTable, type Table } from './parse-table.ts';
import { type FileTable, readFile } from './read-file.ts';
import styles from './Source.module.css';
import { useText } from './texts.ts';

// A list of a few hundred people is far smaller; more is a wrong file.
const largestFile = 5_000_000;

type Problem = Extract<FileTable, { ok: false }>['problem'] | 'too-large';

/** Where the list comes from: a file, or pasted cells. */
export function Source({ onTable }: { onTable(table: Extract<Table, { ok: true }>): void }) {
  const text = useText();
  const { language } = useLanguage();
  const questions = useView(({ form }) => form.fields);
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const take = (table: FileTable) => {
    setProblem(table.ok ? null : table.problem);
    if (table.ok) onTable(table);
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestFile) return setProblem('too-large');
    setBusy(true);
    take(await readFile(new Uint8Array(await file.arrayBuffer()), questions));
    setBusy(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void open(event.dataTransfer.files[0]);
  };
  const template = () => {
    const headings = [...columns.map(headingOf), ...questions.map(({ names }) => nameIn(names, language))];
    saveCsv('template.csv', csvOf(headings, []));
  };

  return (
    <div className={styles.source}>
      {problem && (
        <div className={styles.problem}>
          <Note tone="danger">{wordsFor(problem, text)}</Note>
        </div>
      )}
      <section
        className={styles.drop}
        data-over={isOver}
        aria-label={text('import.file')}
        onDrop={drop}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      >
        <span className={styles.sign}>
          <Icon of={IconFileSpreadsheet} size={32} />
        </span>
        <p>{text('import.drop')}</p>
        <Button loading={isBusy} onClick={() => input.current?.click()}>
          {text('import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv,text/plain"
          aria-label={text('import.choose')}
          onChange={event => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </section>
      <section className={styles.paste}>
        <Textarea
          label={text('import.paste')}
          description={text('import.paste.hint')}
          rows={6}
          value={pasted}
          onChange={event => setPasted(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => take(parseTable(pasted, questions))}>
          {text('import.read')}
        </Button>
      </section>
      <section className={styles.help}>
        <h2>{text('import.help.title')}</h2>
        <p>{text('import.help.text')}</p>
        <Button variant="subtle" leftSection={<Icon of={IconDownload} size={20} />} onClick={template}>
          {text('import.template')}
        </Button>
      </section>
    </div>
  );
}

const ours: readonly Problem[] = ['empty', 'no-heading', 'too-large', 'too-many'];

/** What is wrong with a list; of a file that is something else, what it is and what to do instead. */
function wordsFor(problem: Problem, text: ReturnType<typeof useText>): string {
  const words = text(`import.problem.${problem}`);
  return ours.includes(problem) ? words : `${words} ${text('import.problem.instead')}`;
}
