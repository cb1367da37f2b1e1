import IconPencilPlus from '@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { Tool } from '../toolbar/Tool.tsx';
import { isSuggesting, setSuggesting } from './suggesting.ts';
import { useText } from './texts.ts';

/** Suggests changes in place of making them. */
export function SuggestTool({ editor }: { editor: Editor }) {
  const text = useText();
  const isOn = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor) });
  const toggle = () => {
    setSuggesting(editor, !isOn);
    editor.commands.focus();
  };
  return <Tool icon={IconPencilPlus} label={text('suggestions.suggest')} isOn={isOn} run={toggle} />;
}
