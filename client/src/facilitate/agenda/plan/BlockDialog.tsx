import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { BlockInput, type BlockKind, blockKinds, blockTexts } from '@multaqa/shared/facilitate/agenda/block';
import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { Note } from '../../../design/Note.tsx';
import { useCommand, useDraft, useView } from '../../../dialogue/use-dialogue.ts';
import { languages } from '../../../platform/languages.ts';
import { refusalText } from '../../../platform/texts.ts';
import styles from './AgendaPlan.module.css';
import { InLanguages } from './InLanguages.tsx';
import { LeadField } from './LeadField.tsx';
import { written } from './new-block.ts';
import { useText } from './texts.ts';

type Props = { session: string; of: ShownBlock | null; isNew: boolean; onClose(): void };

/** Writes a block: what it is called in each language, how long it is, who leads, and what it is to bring. */
export function BlockDialog({ session, of, isNew, onClose }: Props) {
  const text = useText();
  return (
    <Dialog
      title={text(isNew ? 'agenda.block.new' : 'agenda.block.edit')}
      isOpen={of !== null}
      onClose={onClose}
      size={760}
    >
      {of && <Form key={of.block} {...{ session, of, isNew, onClose }} />}
    </Dialog>
  );
}

function Form({ session, of, isNew, onClose }: Props & { of: ShownBlock }) {
  const text = useText();
  const { block, change, problems, problem, save, forget } = useBlock({ session, of, isNew, onClose });
  const spoken = useView(({ about }) => (about.status === 'unborn' ? languages : about.languages));
  const shown = languages.filter(language => spoken.includes(language) || of.title[language]);
  const cancel = () => {
    forget();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <InLanguages
        label={text('agenda.block.title')}
        names={block.title}
        languages={shown}
        most={limits.blockTitleGraphemes}
        error={problems.includes('title') && text('agenda.block.untitled')}
        onChange={title => change({ title })}
      />
      <div className={styles.fields}>
        <TextInput
          label={text('agenda.block.minutes')}
          type="number"
          inputMode="numeric"
          min={1}
          max={limits.blockMinutes}
          value={block.minutes || ''}
          error={problems.includes('minutes') && text('agenda.block.minutes.wrong', { most: limits.blockMinutes })}
          onChange={event => change({ minutes: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={text('agenda.block.kind')}
          value={block.kind}
          data={blockKinds.map(kind => ({ value: kind, label: text(`agenda.kind.${kind}`) }))}
          onChange={event => change({ kind: event.currentTarget.value as BlockKind })}
        />
        <LeadField lead={block.lead} onChange={lead => change({ lead })} />
      </div>
      <Texts block={block} languages={shown} onChange={change} />
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={cancel}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('common.save')}</Button>
      </FormActions>
    </form>
  );
}

type TextsProps = { block: ShownBlock; languages: readonly Language[]; onChange(part: Partial<ShownBlock>): void };

function Texts({ block, languages: shown, onChange }: TextsProps) {
  const text = useText();
  return (
    <details open={blockTexts.some(field => Object.keys(block[field]).length > 0)}>
      <summary className={styles.more}>{text('agenda.block.more')}</summary>
      <div className={styles.texts}>
        {blockTexts.map(field => (
          <InLanguages
            key={field}
            label={text(`agenda.block.${field}`)}
            names={block[field]}
            languages={shown}
            most={limits.blockTextGraphemes}
            isLong
            onChange={names => onChange({ [field]: names })}
          />
        ))}
      </div>
    </details>
  );
}

/** What is written of a block, kept on this device until it is saved; what is wrong with it, and the way to keep it. */
function useBlock({ session, of, isNew, onClose }: Props & { of: ShownBlock }) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useDraft(`agenda/block/${isNew ? `new/${session}` : of.block}`);
  const [block, setBlock] = useState<ShownBlock>(() => (draft ? { ...JSON.parse(draft), block: of.block } : of));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const { title, goal, method, materials } = block;
    const texts = {
      title: written(title),
      goal: written(goal),
      method: written(method),
      materials: written(materials),
    };
    const parsed = BlockInput.safeParse({ session, ...block, ...texts });
    setProblems(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
    if (!parsed.success) return;
    const ack = await send('agenda.put', parsed.data, { forgetRefusal: true });
    if (!ack.ok) return setProblem(refusalText(text, ack));
    setDraft('');
    onClose();
  };
  const change = (part: Partial<ShownBlock>) => {
    const next = { ...block, ...part };
    setBlock(next);
    setDraft(JSON.stringify(next));
  };
  return { block, change, problems, problem, save, forget: () => setDraft('') };
}
