import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { CommentTool } from '../comments/CommentTool.tsx';
import type { CommentsUiStore } from '../comments/comment-marks.ts';
import type { NoteUiStore } from '../editor/note-ui.ts';
import { useText } from '../editor/texts.ts';
import { OutcomeTool } from '../outcome/OutcomeTool.tsx';
import { SuggestTool } from '../suggestions/SuggestTool.tsx';
import { DirectionMenu } from './DirectionMenu.tsx';
import { InsertMenu } from './InsertMenu.tsx';
import { ListMenu } from './ListMenu.tsx';
import { StyleMenu } from './StyleMenu.tsx';
import { Tool } from './Tool.tsx';
import styles from './Toolbar.module.css';
import { useRoving } from './use-roving.ts';

type Props = { editor: Editor; ui: NoteUiStore; comments: CommentsUiStore };

/** What can be done with the text, in one row that scrolls where it is narrow. */
export function Toolbar({ editor, ui, comments }: Props) {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar, () => editor.commands.focus());
  useEffect(() => {
    ui.setState({ toolbar: bar.current });
    return () => ui.setState({ toolbar: null });
  }, [ui]);
  const { can, ...on } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      can: { undo: editor.can().undo(), redo: editor.can().redo() },
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={text('toolbar.label')}
      className={styles.bar}
      {...roving}
      // The keyboard of a phone stays while a button is pressed.
      onMouseDown={event => event.preventDefault()}
    >
      <OutcomeTool editor={editor} />
      <InsertMenu editor={editor} ui={ui} />
      <StyleMenu editor={editor} />
      <Tool
        icon={IconBold}
        label={text('toolbar.bold')}
        keys="Control+B"
        isOn={on.bold}
        run={() => chain().toggleBold().run()}
      />
      <Tool
        icon={IconItalic}
        label={text('toolbar.italic')}
        keys="Control+I"
        isOn={on.italic}
        run={() => chain().toggleItalic().run()}
      />
      <ListMenu editor={editor} />
      <CommentTool editor={editor} ui={comments} />
      <SuggestTool editor={editor} />
      <DirectionMenu editor={editor} />
      <Tool
        icon={IconArrowBackUp}
        mirrored
        label={text('toolbar.undo')}
        keys="Control+Z"
        isDisabled={!can.undo}
        run={() => chain().undo().run()}
      />
      <Tool
        icon={IconArrowForwardUp}
        mirrored
        label={text('toolbar.redo')}
        keys="Control+Shift+Z"
        isDisabled={!can.redo}
        run={() => chain().redo().run()}
      />
    </div>
  );
}
