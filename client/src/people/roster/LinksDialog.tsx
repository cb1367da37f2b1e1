import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useEffect, useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { type Problem, refusedBy } from '../../platform/http.ts';
import { refusalText } from '../../platform/texts.ts';
import { LinkOfOne } from './LinkOfOne.tsx';
import { LinksOfSeveral } from './LinksOfSeveral.tsx';
import { joinLinks } from './links.ts';
import { useText } from './texts.ts';

/** The personal links of some people with what may be sent beside them: one link alone, or a list of names and links. */
export function LinksDialog({ people, onClose }: { people: readonly PersonCard[] | null; onClose(): void }) {
  const text = useText();
  return (
    <Dialog
      title={text('roster.links.title', { count: people?.length ?? 0 })}
      isOpen={people !== null}
      onClose={onClose}
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
  return people.length === 1 && first ? (
    <LinkOfOne person={first} link={links[first.person] ?? ''} onClose={onClose} />
  ) : (
    <LinksOfSeveral people={people} links={links} onClose={onClose} />
  );
}
