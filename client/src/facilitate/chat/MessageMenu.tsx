import { Menu } from '@mantine/core';
import { reactions } from '@multaqa/shared/facilitate/chat/chat.messages';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import { isHost } from '@multaqa/shared/kernel/context';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useCallback } from 'react';
import { copyText } from '../../design/copy-text.ts';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useCommand, useMay, useMe, useRoleIn } from '../../dialogue/use-dialogue.ts';
import styles from './MessageMenu.module.css';
import { useText } from './texts.ts';

type Props = {
  room: string;
  message: Message;
  name: string;
  onReply(message: Message): void;
  /** Told of the message while its menu is open, and of null when it closes. */
  onHold(message: string | null): void;
};

/** What can be done with a message: feel, answer, copy, remove. */
export function MessageMenu(props: Props) {
  const text = useText();
  const { message, onHold } = props;
  const toggle = useCallback((isOpen: boolean) => onHold(isOpen ? message.message : null), [onHold, message.message]);
  if (message.status === 'removed') return null;
  return (
    <MenuOnDemand className={styles.trigger} label={text('chat.actions', { name: props.name })} onToggle={toggle}>
      <Entries {...props} />
    </MenuOnDemand>
  );
}

function Entries({ room, message, onReply }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { person } = useMe();
  const moderates = isHost(useRoleIn(room));
  if (message.status === 'removed') return null;
  const target = { room, message: message.message };
  const canRemove = may('chat.remove', { room }) && (moderates || message.author === person);
  const remove = async () => {
    const ack = await send('chat.remove', target);
    if (!ack.ok) return;
    offerUndo({
      message: text('chat.removed-now'),
      label: text('common.undo'),
      undo: () => void send('chat.restore', target),
    });
  };
  return (
    <>
      {may('chat.react', { room }) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu.
        <div className={styles.row} role="group">
          {reactions.map(reaction => {
            const isMine = message.reactions[reaction]?.includes(person) ?? false;
            return (
              <Menu.Item
                key={reaction}
                className={styles.reaction}
                aria-label={text('chat.react', { reaction })}
                onClick={() => void send('chat.react', { ...target, reaction, on: !isMine })}
              >
                {reaction}
              </Menu.Item>
            );
          })}
        </div>
      )}
      {may('chat.say', { room }) && (
        <Menu.Item leftSection={<Icon of={IconArrowBackUp} mirrored size={20} />} onClick={() => onReply(message)}>
          {text('chat.reply')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon of={IconCopy} size={20} />} onClick={() => void copyText(message.text)}>
        {text('common.copy-text')}
      </Menu.Item>
      {canRemove && (
        <Menu.Item leftSection={<Icon of={IconTrash} size={20} />} onClick={() => void remove()}>
          {text('chat.remove')}
        </Menu.Item>
      )}
    </>
  );
}
