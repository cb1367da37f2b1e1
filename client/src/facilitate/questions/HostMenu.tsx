import { Menu } from '@mantine/core';
import type { Rule } from '@multaqa/shared/facilitate/questions/questions.state';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import { ExportItems } from './export/ExportItems.tsx';
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
      <Menu.CheckboxItem
        checked={rule.review === 'first'}
        onChange={set({ review: rule.review === 'first' ? 'none' : 'first' })}
      >
        {text('questions.settings.review')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem
        checked={rule.anonymous === 'allowed'}
        onChange={set({ anonymous: rule.anonymous === 'allowed' ? 'refused' : 'allowed' })}
      >
        {text('questions.settings.anonymous')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem
        checked={rule.door === 'open'}
        onChange={set({ door: rule.door === 'open' ? 'closed' : 'open' })}
      >
        {text('questions.settings.open')}
      </Menu.CheckboxItem>
      <Menu.Divider />
      <Menu.Label>{text('questions.save')}</Menu.Label>
      <ExportItems session={session} />
    </MenuOnDemand>
  );
}
