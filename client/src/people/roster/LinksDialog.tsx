import { Button, Textarea } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useEffect, useState } from 'react';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { leftToRight } from '../../design/directions.ts';
import { FormActions } from '../../design/FormActions.tsx';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { type Problem, refusedBy } from '../../platform/http.ts';
import { refusalText } from '../../platform/texts.ts';
import styles from './LinksDialog.module.css';
import { joinLinks } from './links.ts';
import { useText } from './texts.ts';

/** The personal links of some people, ready to be copied: one link alone, or a list of names and links. */
export function LinksDialog({ people, onClose }: { people: readonly PersonCard[] | null; onClose(): void }) {
  const text = useText();
  return (
    <Dialog
      title={text('roster.links.title', { count: people?.length ?? 0 })}
      isOpen={people !== null}
      onClose={onClose}
      fills={false}
    >
      {people && <Links people={people} onClose={onClose} />}
    </Dialog>
  );
}

function Links({ people, onClose }: { people: readonly PersonCard[]; onClose(): void }) {
  const text = useText();
  const { id } = useDialogue();
  const [links, setLinks] = useState<Record<string, string> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the links are asked for once, while this dialog is open.
  useEffect(() => {
    joinLinks(
      id,
      people.map(({ person }) => person),
    )
      .then(setLinks)
      .catch(error => setProblem(refusedBy(error)));
  }, []);
  if (problem) return <Note tone="danger">{refusalText(text, problem)}</Note>;
  if (!links) return <Skeleton label={text('common.loading')} rows={1} />;

  const [first] = people;
  const isOne = people.length === 1 && first;
  const value = isOne
    ? (links[first.person] ?? '')
    : people.map(({ person, name }) => `${name ?? ''}\t${links[person] ?? ''}`).join('\n');
  return (
    <>
      <p>
        {isOne ? text('roster.links.one', { name: first.name ?? text('common.nameless') }) : text('roster.links.text')}
      </p>
      <Textarea
        className={styles.links}
        aria-label={text('roster.links.title', { count: people.length })}
        value={value}
        readOnly
        attributes={leftToRight}
        rows={isOne ? 3 : Math.min(10, people.length + 1)}
        onFocus={event => event.currentTarget.select()}
      />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.close')}
        </Button>
        <CopyButton value={value}>{text('roster.link.copy')}</CopyButton>
      </FormActions>
    </>
  );
}
