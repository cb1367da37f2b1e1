import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { useEffect, useRef } from 'react';
import * as Y from 'yjs';
import type { KeeperProps } from '../../dialogue/room-feature.ts';
import { useDocument, useSync } from '../../documents/use-document.ts';
import { newId } from '../../platform/ids.ts';

/** Writes a decision at the end of a room's notes, as one block that is there whole; draws nothing. */
export function KeepOutcome({ room, title, lines, onDone }: KeeperProps) {
  const document = useDocument('notes', room);
  return document && <Keeping document={document} {...{ title, lines, onDone }} />;
}

type Keeping = Omit<KeeperProps, 'room'> & { document: NonNullable<ReturnType<typeof useDocument>> };

function Keeping({ document, title, lines, onDone }: Keeping) {
  const { hasArrived, refusal, access, save } = useSync(document);
  const isWritten = useRef(false);
  useEffect(() => {
    if (refusal || (hasArrived && access !== 'write')) return onDone(false);
    if (!hasArrived) return;
    if (!isWritten.current) {
      isWritten.current = true;
      const text = document.doc.getXmlFragment(textName);
      document.doc.transact(() => text.insert(text.length, [outcomeOf(title, lines)]));
      return;
    }
    if (save === 'saved') onDone(true);
  }, [document, hasArrived, refusal, access, save, title, lines, onDone]);
  return null;
}

function outcomeOf(title: string, lines: readonly string[]): Y.XmlElement {
  const outcome = new Y.XmlElement('outcome');
  outcome.setAttribute('id', newId());
  outcome.setAttribute('kind', 'decision');
  const body = withContent(
    'outcomeBody',
    lines.map(line => withContent('paragraph', [new Y.XmlText(line)])),
  );
  outcome.insert(0, [withContent('outcomeTitle', [new Y.XmlText(title)]), body]);
  return outcome;
}

function withContent(name: string, content: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [...content]);
  return element;
}
