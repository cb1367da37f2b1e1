import { Menu } from '@mantine/core';
import { outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import type { Editor } from '@tiptap/react';
import { MenuTool } from '../toolbar/Tool.tsx';
import { Kind } from './Kind.tsx';
import { makeOutcome } from './outcome-blocks.ts';
import { useText } from './texts.ts';

/** Makes what is chosen, or the caret's line, an outcome. */
export function OutcomeTool({ editor }: { editor: Editor }) {
  const text = useText();
  return (
    <MenuTool icon={IconBulb} label={text('outcome.make')} words={text('outcome.title')}>
      <Menu.Label>{text('outcome.make')}</Menu.Label>
      {outcomeKinds.map(kind => (
        <Menu.Item
          key={kind}
          onClick={() =>
            editor
              .chain()
              .focus()
              .command(({ tr }) => makeOutcome(tr, kind))
              .run()
          }
        >
          <Kind kind={kind} />
        </Menu.Item>
      ))}
    </MenuTool>
  );
}
