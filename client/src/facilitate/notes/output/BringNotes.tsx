import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { Editor, JSONContent } from '@tiptap/react';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { useEffect, useRef } from 'react';
import type { OpenDocument } from '../../../documents/document.ts';
import { useDocument, useSync } from '../../../documents/use-document.ts';

type Props = { room: RoomId; title: string; editor: Editor; onDone(): void };

/** Puts the text of a room's notes, without its outcomes, at the end of another document under the room's name; draws nothing. */
export function BringNotes(props: Props) {
  const document = useDocument('notes', props.room);
  return document && <Bringing document={document} {...props} />;
}

function Bringing({ document, title, editor, onDone }: Props & { document: OpenDocument }) {
  const { hasArrived, refusal } = useSync(document);
  const isBrought = useRef(false);
  useEffect(() => {
    if (refusal) return onDone();
    if (!hasArrived || isBrought.current) return;
    isBrought.current = true;
    const { content = [] } = yXmlFragmentToProsemirrorJSON(document.doc.getXmlFragment(textName)) as JSONContent;
    const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] };
    // Outcomes are brought in by themselves, so that each knows where it is from.
    const blocks = content.filter(({ type }) => type !== 'outcome');
    editor.commands.insertContentAt(editor.state.doc.content.size, [heading, ...blocks]);
    onDone();
  }, [document, hasArrived, refusal, title, editor, onDone]);
  return null;
}
