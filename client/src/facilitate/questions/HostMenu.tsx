import { Menu } from '@mantine/core';
import type { Rule } from '@multaqa/shared/facilitate/questions/questions.state';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import { ExportItems } from './export/ExportItems.tsx';
import styles from './HostMenu.module.css';
import { useText } from './texts.ts';

const usual: Rule = { review: 'none', anonymous: 'allowed', door: 'open' };

/** How the session asks, and its questions as a file. */
export function HostMenu({ room }: { room: RoomId }) {
  const text = useText();
  const send = useCommand();
  const session = sessionOf(room);
  const rule = useView(view => view.questions.rules[session]) ?? usual;
  const set = (change: Partial<Rule>) => () => void send('questions.rule', { session, ...rule, ...change });
  return (
    <MenuOnDemand label={text('questions.settings')}>
      <Menu.Label>{text('questions.settings.session')}</Menu.Label>
      <Switched isOn={rule.review === 'first'} onClick={set({ review: rule.review === 'first' ? 'none' : 'first' })}>
        {text('questions.settings.review')}
      </Switched>
      <Switched
        isOn={rule.anonymous === 'allowed'}
        onClick={set({ anonymous: rule.anonymous === 'allowed' ? 'refused' : 'allowed' })}
      >
        {text('questions.settings.anonymous')}
      </Switched>
      <Switched isOn={rule.door === 'open'} onClick={set({ door: rule.door === 'open' ? 'closed' : 'open' })}>
        {text('questions.settings.open')}
      </Switched>
      <Menu.Divider />
      <ExportItems session={session} />
    </MenuOnDemand>
  );
}

type SwitchedProps = { isOn: boolean; onClick(): void; children: string };

const Switched = ({ isOn, onClick, children }: SwitchedProps) => (
  <Menu.Item
    role="menuitemcheckbox"
    aria-checked={isOn}
    closeMenuOnClick={false}
    leftSection={<span className={styles.mark}>{isOn && <Icon of={IconCheck} size={20} />}</span>}
    onClick={onClick}
  >
    {children}
  </Menu.Item>
);
