import IconPilcrow from '@tabler/icons-react/dist/esm/icons/IconPilcrow.mjs';
import IconTextDirectionLtr from '@tabler/icons-react/dist/esm/icons/IconTextDirectionLtr.mjs';
import IconTextDirectionRtl from '@tabler/icons-react/dist/esm/icons/IconTextDirectionRtl.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { directionAt, setDirection } from '../editor/directions.ts';
import { useText } from '../editor/texts.ts';
import { Entry, MenuTool } from './Tool.tsx';

const choices = [
  ['auto', null, IconPilcrow],
  ['rtl', 'rtl', IconTextDirectionRtl],
  ['ltr', 'ltr', IconTextDirectionLtr],
] as const;

/** In which direction the chosen blocks run, where their first letters mislead. */
export function DirectionMenu({ editor }: { editor: Editor }) {
  const text = useText();
  const direction = useEditorState({ editor, selector: ({ editor }) => directionAt(editor) });
  return (
    <MenuTool icon={IconTextDirectionRtl} label={text('toolbar.direction')}>
      {choices.map(([name, chosen, icon]) => (
        <Entry
          key={name}
          icon={icon}
          label={text(`toolbar.direction.${name}`)}
          isOn={direction === chosen}
          run={() => setDirection(editor, chosen)}
        />
      ))}
    </MenuTool>
  );
}
