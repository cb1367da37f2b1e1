import { ActionIcon, Menu } from '@mantine/core';
import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { nameIn } from '@multaqa/shared/name-in';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { announce } from '../../../design/announce.ts';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { RowTitle } from '../../../design/RowTitle.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useMoments } from '../../../platform/moments.ts';
import { kindSigns } from '../kind-signs.ts';
import styles from './AgendaPlan.module.css';
import { useText } from './texts.ts';

type Props = {
  session: string;
  block: ShownBlock;
  /** Its place among these. */
  at: number;
  blocks: readonly ShownBlock[];
  startsAt: number;
  mayPlan: boolean;
  onEdit(): void;
  onDuplicate(): void;
};

/** One block with its time, and what can be done with it. */
export function BlockRow(props: Props) {
  const { session, block: of, startsAt, mayPlan, onEdit, onDuplicate } = props;
  const text = useText();
  const { language } = useLanguage();
  const moments = useMoments();
  const send = useCommand();
  const { block, kind, minutes, lead } = of;
  const title = nameIn(of.title, language);
  const leader = useView(view => (lead ? (view.people[lead]?.name ?? text('common.nameless')) : null));
  const goal = nameIn(of.goal, language);
  const remove = async () => {
    const ack = await send('agenda.remove', { session, block });
    if (!ack.ok) return;
    offerUndo({
      message: text('agenda.block.removed', { block: title }),
      label: text('common.undo'),
      undo: () => void send('agenda.restore', { session, block }),
    });
  };
  return (
    <article className={styles.row}>
      <p className={styles.when}>
        <b>{moments.time(startsAt)}</b>
        <span className={styles.quiet}>{text('common.minutes', { count: minutes })}</span>
      </p>
      <span className={styles.sign} title={text(`agenda.kind.${kind}`)}>
        <Icon of={kindSigns[kind]} size={24} />
      </span>
      <div className={styles.words}>
        <RowTitle title={title} onOpen={mayPlan ? onEdit : null} />
        {goal && (
          <p className={styles.goal} dir="auto">
            {goal}
          </p>
        )}
        {leader && <p className={styles.quiet}>{text('agenda.lead', { name: leader })}</p>}
      </div>
      {mayPlan && (
        <div className={styles.actions}>
          <Movers {...props} title={title} />
          <MenuOnDemand label={text('agenda.block.menu', { block: title })}>
            <Menu.Item onClick={onEdit}>{text('agenda.block.edit.short')}</Menu.Item>
            <Menu.Item onClick={onDuplicate}>{text('agenda.block.duplicate')}</Menu.Item>
            <Menu.Item onClick={() => void remove()}>{text('agenda.block.remove')}</Menu.Item>
          </MenuOnDemand>
        </div>
      )}
    </article>
  );
}

/** Moves a block up and down, by hand or by the keyboard. */
function Movers({ session, block: { block }, at, blocks, title }: Props & { title: string }) {
  const text = useText();
  const send = useCommand();
  const move = async (before: string | null, place: number) => {
    const ack = await send('agenda.place', { session, block, before });
    if (ack.ok) announce(text('agenda.block.moved', { block: title, place: text('common.number', { number: place }) }));
  };
  return (
    <>
      <ActionIcon
        aria-label={text('agenda.block.up', { block: title })}
        disabled={at === 0}
        onClick={() => void move(blocks[at - 1]?.block ?? null, at)}
      >
        <Icon of={IconArrowUp} size={18} />
      </ActionIcon>
      <ActionIcon
        aria-label={text('agenda.block.down', { block: title })}
        disabled={at === blocks.length - 1}
        onClick={() => void move(blocks[at + 2]?.block ?? null, at + 2)}
      >
        <Icon of={IconArrowDown} size={18} />
      </ActionIcon>
    </>
  );
}
