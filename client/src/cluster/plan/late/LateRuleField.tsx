import { NativeSelect } from '@mantine/core';
import { type LateRule, lateRules } from '@multaqa/shared/cluster/cluster.messages';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import styles from './LateComers.module.css';

/** What happens with somebody who comes after the clusters were published. */
export function LateRuleField() {
  const text = useText();
  const send = useCommand();
  const rule = useView(({ cluster }) => cluster.plan?.lateRule) ?? 'ask';
  return (
    <NativeSelect
      className={styles.rule}
      label={text('cluster.late.rule')}
      value={rule}
      data={lateRules.map(value => ({ value, label: text(`cluster.late.rule.${value}`) }))}
      onChange={event => void send('cluster.late', { rule: event.currentTarget.value as LateRule })}
    />
  );
}
