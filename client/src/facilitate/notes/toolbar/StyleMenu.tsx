import { Menu } from '@mantine/core';
import IconBlockquote from '@tabler/icons-react/dist/esm/icons/IconBlockquote.mjs';
import IconCode from '@tabler/icons-react/dist/esm/icons/IconCode.mjs';
import IconH1 from '@tabler/icons-react/dist/esm/icons/IconH1.mjs';
import IconH2 from '@tabler/icons-react/dist/esm/icons/IconH2.mjs';
import IconH3 from '@tabler/icons-react/dist/esm/icons/IconH3.mjs';
import IconPilcrow from '@tabler/icons-react/dist/esm/icons/IconPilcrow.mjs';
import IconStrikethrough from '@tabler/icons-react/dist/esm/icons/IconStrikethrough.mjs';
import IconTypography from '@tabler/icons-react/dist/esm/icons/IconTypography.mjs';
import IconUnderline from '@tabler/icons-react/dist/esm/icons/IconUnderline.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { useText } from '../editor/texts.ts';
import { Entry, MenuTool } from './Tool.tsx';

const levels = [
  [1, IconH1],
  [2, IconH2],
  [3, IconH3],
] as const;

/** What kind of line the caret is in, and the marks that are used seldom. */
export function StyleMenu({ editor }: { editor: Editor }) {
  const text = useText();
  return (
    <MenuTool icon={IconTypography} label={text('toolbar.style')}>
      <Styles editor={editor} />
    </MenuTool>
  );
}

function Styles({ editor }: { editor: Editor }) {
  const text = useText();
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      level: editor.isActive('heading') ? Number(editor.getAttributes('heading').level) : 0,
      paragraph: editor.isActive('paragraph'),
      quote: editor.isActive('blockquote'),
      underline: editor.isActive('underline'),
      strike: editor.isActive('strike'),
      code: editor.isActive('code'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <>
      <Entry
        icon={IconPilcrow}
        label={text('toolbar.paragraph')}
        isOn={on.paragraph && !on.quote}
        run={() => chain().clearNodes().run()}
      />
      {levels.map(([level, icon]) => (
        <Entry
          key={level}
          icon={icon}
          label={text(`toolbar.heading.${level}`)}
          isOn={on.level === level}
          run={() => chain().toggleHeading({ level }).run()}
        />
      ))}
      <Entry
        icon={IconBlockquote}
        label={text('toolbar.quote')}
        isOn={on.quote}
        run={() => chain().toggleBlockquote().run()}
      />
      <Menu.Divider />
      <Entry
        icon={IconUnderline}
        label={text('toolbar.underline')}
        isOn={on.underline}
        run={() => chain().toggleUnderline().run()}
      />
      <Entry
        icon={IconStrikethrough}
        label={text('toolbar.strike')}
        isOn={on.strike}
        run={() => chain().toggleStrike().run()}
      />
      <Entry icon={IconCode} label={text('toolbar.code')} isOn={on.code} run={() => chain().toggleCode().run()} />
    </>
  );
}
