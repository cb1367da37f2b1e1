import { Button } from '@mantine/core';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { textOf } from '@multaqa/shared/facilitate/board/table/board-table';
import { announce } from '../../../design/announce.ts';
import { CopyButton } from '../../../design/CopyButton.tsx';
import { offerUndo, tell } from '../../../design/toasts.tsx';
import type { OpenDocument } from '../../../documents/document.ts';
import { useSync } from '../../../documents/use-document.ts';
import { useSaid } from '../said.ts';
import styles from './NotKept.module.css';
import { useText } from './texts.ts';
import { type Kept, putAgain, useKeptEdits } from './use-kept-edits.ts';

type Props = { document: OpenDocument; locked: ReadonlySet<ThingId> };

/** What the server has not taken of what this person made on a board: why, and how to have it all the same. */
export function NotKept({ document, locked }: Props) {
  const text = useText();
  const kept = useKeptEdits(document, locked, (refusal, left) => {
    const isLocked = refusal === 'documents.locked';
    if (left > 0) announce(text(isLocked ? 'meeting.kept.locked' : 'meeting.kept.crowded'));
    else if (isLocked) tell(text('meeting.refused.locked'), 'danger');
  });
  return kept.map(one => <NotKeptPart key={one.part.id} document={document} kept={one} locked={locked} />);
}

function NotKeptPart({ document, kept, locked }: Props & { kept: Kept }) {
  const text = useText();
  const said = useSaid();
  const { access } = useSync(document);
  const { part, things } = kept;
  const { refused } = document;
  const words = things.map(thing => textOf(thing, { said })).filter(Boolean);
  const wordless = things.length - words.length;
  const letGo = () => {
    refused.drop(part.id);
    offerUndo({ message: text('meeting.removed'), label: text('common.undo'), undo: () => refused.put(part) });
  };
  const again = () => {
    if (!putAgain(document, kept, locked)) tell(text(reasonOf(kept, locked)), 'danger');
  };
  return (
    <section className={styles.kept} aria-label={text('meeting.kept')}>
      <p className={styles.why}>{text(reasonOf(kept, locked))}</p>
      <ul className={styles.things}>
        {things.map(thing => (
          <Words key={thing.id} thing={thing} said={said} />
        ))}
        {wordless > 0 && <li>{text('meeting.kept.wordless', { count: wordless })}</li>}
      </ul>
      <div className={styles.actions}>
        {access === 'write' && (
          <Button variant="default" onClick={again}>
            {text('meeting.kept.again')}
          </Button>
        )}
        {words.length > 0 && <CopyButton value={words.join('\n\n')}>{text('meeting.kept.copy')}</CopyButton>}
        <Button variant="subtle" onClick={letGo}>
          {text('common.discard')}
        </Button>
      </div>
    </section>
  );
}

function Words({ thing, said }: { thing: Thing; said(key: string): string }) {
  const words = textOf(thing, { said });
  return words ? <li dir="auto">{words}</li> : null;
}

/** Why it is not on the board, as far as that still holds. */
function reasonOf({ part, things }: Kept, locked: ReadonlySet<ThingId>) {
  if (part.refusal === 'documents.crowded') return 'meeting.kept.crowded';
  return things.some(({ id }) => locked.has(id)) ? 'meeting.kept.locked' : 'meeting.kept.unlocked';
}
