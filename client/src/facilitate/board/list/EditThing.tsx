import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { type Colour, colours, isBoxed, isWritten, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { textOf } from '@multaqa/shared/facilitate/board/table/board-table';
import { boardWords } from '@multaqa/shared/facilitate/board/table/words';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { useSaid } from '../said.ts';
import styles from './EditThing.module.css';
import { useText } from './texts.ts';
import type { Edited } from './use-acts.ts';

type Props = { thing: Thing; scene: Scene; onSave(edited: Edited): void; onClose(): void };

/** Everything about a thing that can be said in words: its text, colour, frame and tags. */
export function EditThing({ thing, scene, onSave, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('board.list.edit')} isOpen onClose={onClose} size={480}>
      <Form thing={thing} scene={scene} onSave={onSave} onClose={onClose} />
    </Dialog>
  );
}

function Form({ thing, scene, onSave, onClose }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const [words, setWords] = useState(isWritten(thing) ? thing.text : thing.kind === 'image' ? thing.alt : '');
  const [colour, setColour] = useState<Colour>(thing.colour);
  const [frame, setFrame] = useState(thing.frame ?? '');
  const [tags, setTags] = useState(thing.tags.join(boardWords[language].comma));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = thing.kind === 'image' ? { alt: words.slice(0, limits.boardAltLength) } : {};
    onSave({
      words: isWritten(thing) ? words : null,
      change: { ...change, colour, tags: tagsIn(tags) },
      frame: frame || null,
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {(isWritten(thing) || thing.kind === 'image') && (
        <Textarea
          label={text(thing.kind === 'image' ? 'board.list.alt' : 'board.list.words')}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
          dir="auto"
          rows={4}
          maxLength={thing.kind === 'image' ? limits.boardAltLength : limits.boardTextLength}
          data-autofocus
        />
      )}
      <NativeSelect
        label={text('board.list.colour')}
        value={colour}
        onChange={event => setColour(event.currentTarget.value as Colour)}
        data={colours.map(value => ({ value, label: boardWords[language].colours[value] }))}
      />
      {isBoxed(thing) && thing.kind !== 'frame' && <FrameField scene={scene} value={frame} onChange={setFrame} />}
      <TextInput
        label={text('board.list.tags')}
        description={text('board.list.tags.hint')}
        value={tags}
        dir="auto"
        onChange={event => setTags(event.currentTarget.value)}
      />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('common.save')}</Button>
      </FormActions>
    </form>
  );
}

type FrameProps = { scene: Scene; value: string; onChange(frame: string): void };

function FrameField({ scene, value, onChange }: FrameProps) {
  const text = useText();
  const said = useSaid();
  const { direction } = useLanguage();
  const frames = inReadingOrder(scene, direction).filter(({ kind }) => kind === 'frame');
  if (frames.length === 0) return null;
  return (
    <NativeSelect
      label={text('board.list.frame')}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: text('board.list.frame.none') },
        ...frames.map(frame => ({
          value: frame.id,
          label: textOf(frame, { said }) || text('board.list.wordless'),
        })),
      ]}
    />
  );
}

/** The tags that a line says: without blanks around them, each once, as many and as long as a thing may have. */
const tagsIn = (line: string): string[] =>
  [...new Set(line.split(/[,،;\n]/u).map(tag => tag.trim().replace(/^#/, '').slice(0, limits.boardTagLength)))]
    .filter(Boolean)
    .slice(0, limits.boardTags);
