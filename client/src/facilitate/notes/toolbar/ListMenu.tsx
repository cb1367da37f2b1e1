import { Menu } from '@mantine/core';
import IconIndentDecrease from '@tabler/icons-react/dist/esm/icons/IconIndentDecrease.mjs';
import IconIndentIncrease from '@tabler/icons-react/dist/esm/icons/IconIndentIncrease.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { useText } from '../editor/texts.ts';
import { Entry, MenuTool } from './Tool.tsx';

/** Bullets, numbers and tasks, and how deep they stand. */
export function ListMenu({ editor }: { editor: Editor }) {
  const text = useText();
  return (
    <MenuTool icon={IconList} label={text('toolbar.lists')}>
      <Lists editor={editor} />
    </MenuTool>
  );
}

function Lists({ editor }: { editor: Editor }) {
  const text = useText();
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      taskList: editor.isActive('taskList'),
    }),
  });
  const item = on.taskList ? 'taskItem' : 'listItem';
  const chain = () => editor.chain().focus();
  return (
    <>
      <Entry
        icon={IconList}
        label={text('toolbar.bulletList')}
        isOn={on.bulletList}
        run={() => chain().toggleBulletList().run()}
      />
      <Entry
        icon={IconListNumbers}
        label={text('toolbar.orderedList')}
        isOn={on.orderedList}
        run={() => chain().toggleOrderedList().run()}
      />
      <Entry
        icon={IconListCheck}
        label={text('toolbar.taskList')}
        isOn={on.taskList}
        run={() => chain().toggleTaskList().run()}
      />
      <Menu.Divider />
      <Entry
        icon={IconIndentIncrease}
        label={text('toolbar.deeper')}
        isDisabled={!editor.can().sinkListItem(item)}
        run={() => chain().sinkListItem(item).run()}
      />
      <Entry
        icon={IconIndentDecrease}
        label={text('toolbar.higher')}
        isDisabled={!editor.can().liftListItem(item)}
        run={() => chain().liftListItem(item).run()}
      />
    </>
  );
}
