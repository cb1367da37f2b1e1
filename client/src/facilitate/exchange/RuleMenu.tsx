import { Menu } from '@mantine/core';
import type { Rule } from '@multaqa/shared/facilitate/exchange/exchange.state';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

const usual: Rule = { figures: 'on', nudges: 'on' };

/** Whether the session measures its exchange, and whether it nudges. */
export function RuleMenu({ session }: { session: string }) {
  const text = useText();
  const send = useCommand();
  const rule = useView(view => view.exchange.rules[session]) ?? usual;
  const toggle = (name: keyof Rule) => () =>
    void send('exchange.rule', { session, ...rule, [name]: rule[name] === 'on' ? 'off' : 'on' });
  return (
    <MenuOnDemand label={text('exchange.settings')}>
      <Menu.Label>{text('exchange.settings.session')}</Menu.Label>
      <Menu.CheckboxItem checked={rule.figures === 'on'} onChange={toggle('figures')}>
        {text('exchange.settings.figures')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem checked={rule.nudges === 'on'} onChange={toggle('nudges')} disabled={rule.figures === 'off'}>
        {text('exchange.settings.nudges')}
      </Menu.CheckboxItem>
    </MenuOnDemand>
  );
}
