import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import { type ImportRow, rowOf } from './import-rows.ts';
import { Preview } from './Preview.tsx';
import type { Table } from './parse-table.ts';
import { Source } from './Source.tsx';

type Step = { name: 'source' } | { name: 'preview'; rows: readonly ImportRow[]; ignored: readonly string[] };

/** A list of people becomes the roster: chosen or pasted, looked over, imported. */
export function ImportPeople() {
  const { id } = useDialogue();
  const navigate = useNavigate();
  const usual = useView(view => (view.about.status === 'unborn' ? [] : view.about.languages));
  const asked = useView(view => view.form);
  const [step, setStep] = useState<Step>({ name: 'source' });
  const read = ({ lines, ignored }: Extract<Table, { ok: true }>) =>
    setStep({ name: 'preview', ignored, rows: lines.map(line => rowOf(line, newId(), usual, asked)) });
  if (step.name === 'source') return <Source onTable={read} />;
  return (
    <Preview
      rows={step.rows}
      ignored={step.ignored}
      onRows={rows => setStep({ ...step, rows })}
      onBack={() => setStep({ name: 'source' })}
      onDone={() => void navigate(`/d/${id}/people`)}
    />
  );
}
