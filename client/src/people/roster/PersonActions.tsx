import { ActionIcon, Menu } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconUserMinus from '@tabler/icons-react/dist/esm/icons/IconUserMinus.mjs';
import { useState } from 'react';
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { tell } from '../../design/toasts.tsx';
import { useCommand, useMay, useMe } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { useRemoval } from './use-removal.ts';

type Props = { card: PersonCard; onEdit(card: PersonCard): void; onLink(card: PersonCard): void };

/** What an organiser can do for one person. */
export function PersonActions({ card, onEdit, onLink }: Props) {
  const text = useText();
  const may = useMay();
  const me = useMe();
  const send = useCommand();
  const remove = useRemoval();
  const [isRevoking, setRevoking] = useState(false);
  const name = card.name ?? text('common.nameless');
  const revoke = async () => {
    const ack = await send('people.revoke', { person: card.person });
    if (ack.ok) tell(text('roster.link.revoked', { name }));
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={text('roster.actions-of', { name })}>
            <Icon of={IconDots} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may('people.invite') && (
            <Menu.Item leftSection={<Icon of={IconLink} size={20} />} onClick={() => onLink(card)}>
              {text('roster.link.copy')}
            </Menu.Item>
          )}
          {may('people.edit') && (
            <Menu.Item leftSection={<Icon of={IconPencil} size={20} />} onClick={() => onEdit(card)}>
              {text('roster.edit')}
            </Menu.Item>
          )}
          {may('people.revoke') && isTouched(card) && (
            <Menu.Item leftSection={<Icon of={IconLinkOff} size={20} />} onClick={() => setRevoking(true)}>
              {text('roster.link.revoke')}
            </Menu.Item>
          )}
          {may('people.remove') && card.person !== me.person && (
            <Menu.Item leftSection={<Icon of={IconUserMinus} size={20} />} onClick={() => void remove([card])}>
              {text('roster.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isRevoking}
        title={text('roster.revoke.title', { name })}
        body={text('roster.revoke.text')}
        confirm={text('roster.link.revoke')}
        tone="danger"
        onClose={() => setRevoking(false)}
        onConfirm={() => void revoke()}
      />
    </>
  );
}

/** Who has their link in hand, as far as anybody knows. */
const isTouched = ({ invitedAt, openedAt, joinedAt }: PersonCard): boolean =>
  [invitedAt, openedAt, joinedAt].some(Boolean);
