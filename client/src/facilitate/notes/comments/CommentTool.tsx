import IconMessagePlus from '@tabler/icons-react/dist/esm/icons/IconMessagePlus.mjs';
import type { Editor } from '@tiptap/react';
import { Tool } from '../toolbar/Tool.tsx';
import { beginComment, type CommentsUiStore } from './comment-marks.ts';
import { useText } from './texts.ts';

/** Comments on what is chosen. */
export function CommentTool({ editor, ui }: { editor: Editor; ui: CommentsUiStore }) {
  const text = useText();
  return (
    <Tool
      icon={IconMessagePlus}
      label={text('comments.comment')}
      keys="Control+Alt+M"
      run={() => beginComment(editor, ui)}
    />
  );
}
