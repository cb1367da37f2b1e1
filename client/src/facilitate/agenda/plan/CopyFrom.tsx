import { NativeSelect } from '@mantine/core';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import styles from './AgendaPlan.module.css';
import { useText } from './texts.ts';

/** Takes over the blocks of another session; nothing where no other has any. */
export function CopyFrom({ session }: { session: string }) {
  const text = useText();
  const send = useCommand();
  const agendas = useView(({ agenda }) => agenda.sessions);
  const sessions = useView(view => view.sessions);
  const others = Object.entries(agendas).flatMap(([id, { order }]) => {
    const plan = sessions[id]?.plan;
    return plan && id !== session && order.length > 0
      ? [{ id, title: plan.title, startsAt: plan.startsAt, order }]
      : [];
  });
  if (others.length === 0) return null;
  const copy = (from: string) => {
    const found = others.find(({ id }) => id === from);
    if (found) void send('agenda.copy', { session, from: { session: from }, blocks: found.order.map(newId) });
  };
  return (
    <NativeSelect
      className={styles.copy ?? ''}
      label={text('agenda.copy')}
      value=""
      data={[
        { value: '', label: text('agenda.copy.none') },
        ...others.sort((a, b) => a.startsAt - b.startsAt).map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={event => copy(event.currentTarget.value)}
    />
  );
}
