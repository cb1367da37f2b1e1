import { Button } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import type { Desk } from '../surface/desk.ts';
import { commit } from '../surface/edit.ts';
import styles from './HostForms.module.css';
import { TagsField } from './TagsField.tsx';
import { useText } from './texts.ts';

/** The tags of what is chosen: those that all of it has can be taken off, others come to each. */
export function TagsDialog({ desk, onClose }: { desk: Desk; onClose(): void }) {
  const text = useText();
  const [things] = useState(() => desk.chosenThings());
  const [common] = useState(() => things[0]?.tags.filter(tag => things.every(({ tags }) => tags.includes(tag))) ?? []);
  const [tags, setTags] = useState<readonly string[]>(common);
  const known = [...new Set([...desk.board.scene().values()].flatMap(thing => thing.tags))].sort();
  const save = () => {
    const kept = (own: readonly string[]) => own.filter(tag => !common.includes(tag) || tags.includes(tag));
    commit(
      desk,
      new Map(
        things.map(({ id, tags: own }) => [
          id,
          { tags: [...new Set([...kept(own), ...tags])].slice(0, limits.boardTags) },
        ]),
      ),
    );
    onClose();
  };
  return (
    <Dialog title={text('meeting.tags')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        <TagsField
          label={text('meeting.tags.of', { count: things.length })}
          value={tags}
          known={known}
          onChange={setTags}
        />
        <FormActions>
          <Button variant="default" onClick={onClose}>
            {text('common.cancel')}
          </Button>
          <Button type="submit">{text('meeting.tags.save')}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
