import { Menu } from '@mantine/core';
import type { ThingChange } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Icon } from '../../../../design/Icon.tsx';
import { commit } from '../edit.ts';
import { useText } from '../texts.ts';
import { useDesk } from '../use-desk.ts';

type Choice = { label: string; isOn: boolean; change: ThingChange };

/** How large a text is, whether a shape is filled, which ends of an arrow have a head: where all that is chosen is of one kind. */
export function LookEntries({ things }: { things: readonly Thing[] }) {
  const desk = useDesk();
  const choices = useChoices(things);
  if (choices.length === 0) return null;
  return (
    <>
      {choices.map(({ label, isOn, change }) => (
        <Menu.RadioItem
          key={label}
          value={label}
          checked={isOn}
          closeMenuOnClick
          checkIcon={<Icon of={IconCheck} size={18} />}
          onChange={() => commit(desk, new Map(things.map(({ id }) => [id, change])))}
        >
          {label}
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
    </>
  );
}

function useChoices(things: readonly Thing[]): readonly Choice[] {
  const text = useText();
  const [first] = things;
  if (!first || things.some(({ kind }) => kind !== first.kind)) return [];
  const choice = (label: string, key: string, value: string): Choice => ({
    label,
    isOn: things.every(thing => (thing as unknown as Record<string, unknown>)[key] === value),
    change: { [key]: value },
  });
  switch (first.kind) {
    case 'text':
      return (['s', 'm', 'l', 'xl'] as const).map(size => choice(text(`surface.size.${size}`), 'size', size));
    case 'shape':
      return (['outline', 'filled'] as const).map(fill => choice(text(`surface.fill.${fill}`), 'fill', fill));
    case 'arrow':
      return (['end', 'both', 'none'] as const).map(heads => choice(text(`surface.heads.${heads}`), 'heads', heads));
    default:
      return [];
  }
}
