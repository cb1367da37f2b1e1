import { Button } from '@mantine/core';
import type { BoardOwn } from '@multaqa/shared/facilitate/board/board.state';
import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { boxOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import type * as Y from 'yjs';
import { useCommand, useOwn } from '../../../dialogue/use-dialogue.ts';
import type { OpenDocument } from '../../../documents/document.ts';
import { useDocument, useSync } from '../../../documents/use-document.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { newThing, newThingId } from '../scene/new-thing.ts';
import styles from './PrivateNotes.module.css';
import { useText } from './texts.ts';

type Jot = BoardOwn['jots'][number];

/** What one wrote in a round that ended without being shown: it is one's own, to put on the board oneself or to let go of. */
export function LeftNotes({ room }: { room: RoomId }) {
  const text = useText();
  const send = useCommand();
  const jots = useOwn(({ board }) => board.jots);
  const document = useDocument('board', room);
  const drop = (jot: Jot) => void send('board.drop', { room, note: jot.note });
  if (jots.length === 0) return null;
  return (
    <ul className={styles.own} aria-label={text('meeting.own')}>
      {jots.map(jot => (
        <li key={jot.note} className={styles.jot} data-colour={jot.colour}>
          <p className={styles.words} dir="auto">
            {jot.text}
          </p>
          <div className={styles.refused}>
            {document && <Put document={document} jot={jot} onPut={() => drop(jot)} />}
            <Button variant="subtle" onClick={() => drop(jot)}>
              {text('common.discard')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Put({ document, jot, onPut }: { document: OpenDocument; jot: Jot; onPut(): void }) {
  const text = useText();
  const { direction } = useLanguage();
  const { hasArrived, access } = useSync(document);
  if (!hasArrived || access !== 'write') return null;
  const put = () => {
    if (putNote(document.doc, jot, direction)) onPut();
  };
  return (
    <Button variant="default" onClick={put}>
      {text('meeting.put')}
    </Button>
  );
}

/** Puts a note where there is room, near the middle of the board. False where the board is full. */
function putNote(doc: Y.Doc, { text, colour }: Jot, direction: 'ltr' | 'rtl'): boolean {
  const scene = readScene(doc);
  const taken = [...scene.values()].map(thing => thingBounds(scene, thing));
  const size = [200, 200] as const;
  const [left, top] = freePlace(taken, [...size], [0, 0], { gap: 20, direction });
  const note = newThing(scene, { kind: 'note', at: boxOf(left, top, ...size), colour, text, says: null });
  return doc.transact(() => addThing(doc, newThingId(), note));
}
