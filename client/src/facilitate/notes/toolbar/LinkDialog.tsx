import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../../../design/Dialog.tsx';
import { leftToRight } from '../../../design/directions.ts';
import { FormActions } from '../../../design/FormActions.tsx';
import type { NoteUiStore } from '../editor/note-ui.ts';
import { useText } from '../editor/texts.ts';
import styles from './LinkDialog.module.css';
import { linkAt, linkFrom, setLink } from './link.ts';

type Props = { editor: Editor; ui: NoteUiStore };

/** Where a link leads. */
export function LinkDialog({ editor, ui }: Props) {
  const text = useText();
  const isOpen = useStore(ui, ({ dialog }) => dialog === 'link');
  const close = () => {
    ui.setState({ dialog: null });
    editor.commands.focus();
  };
  return (
    <Dialog title={text('link.title')} isOpen={isOpen} onClose={close} size={440} fills={false}>
      <LinkForm editor={editor} onClose={close} />
    </Dialog>
  );
}

function LinkForm({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const text = useText();
  const [before] = useState(() => linkAt(editor));
  const [address, setAddress] = useState(before.href.replace(/^mailto:/, ''));
  const [words, setWords] = useState(before.words);
  const [isWrong, setWrong] = useState(false);
  const needsWords = !before.href && !before.words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const link = linkFrom(address);
    setWrong(link === null);
    if (link === null) return;
    onClose();
    setLink(editor, link, words.trim());
  };
  const remove = () => {
    onClose();
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={text('link.address')}
        description={text('link.address.hint')}
        value={address}
        inputMode="url"
        attributes={leftToRight}
        error={isWrong && text('link.wrong')}
        onChange={event => setAddress(event.currentTarget.value)}
        data-autofocus
      />
      {needsWords && (
        <TextInput label={text('link.text')} value={words} onChange={event => setWords(event.currentTarget.value)} />
      )}
      {before.href && (
        <div className={styles.more}>
          <Button component="a" variant="subtle" href={before.href} target="_blank" rel="noopener noreferrer nofollow">
            {text('link.open')}
          </Button>
          <Button variant="subtle" color="danger" onClick={remove}>
            {text('link.remove')}
          </Button>
        </div>
      )}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('common.save')}</Button>
      </FormActions>
    </form>
  );
}
