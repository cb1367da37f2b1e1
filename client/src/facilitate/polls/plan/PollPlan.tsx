import { ActionIcon, Button, Menu } from '@mantine/core';
import type { PlannedPoll } from '@multaqa/shared/facilitate/polls/polls.view';
import { flawsOf } from '@multaqa/shared/facilitate/polls/sheet';
import { nameIn } from '@multaqa/shared/name-in';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { RowTitle } from '../../../design/RowTitle.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { type Composed, Composer } from '../compose/Composer.tsx';
import { kindSigns } from '../compose/kind-signs.ts';
import styles from './PollPlan.module.css';
import { useText } from './texts.ts';

/** The polls of a session as hosts prepare them, in the order in which they are to be asked. */
export function PollPlan({ session }: { session: string }) {
  const text = useText();
  const send = useCommand();
  const plan = useView(({ polls }) => polls.plan);
  const polls = (plan ?? []).filter(one => one.status === 'kept' && one.session === session && one.room === null);
  const [composed, setComposed] = useState<Composed | null>(null);
  const prepare = async (poll: string, sheet: PlannedPoll['sheet']) =>
    (await send('polls.prepare', { poll, session, sheet })).ok;
  const compose = () => setComposed({ poll: newId(), sheet: null, ages: null });
  return (
    <section className={styles.part} aria-label={text('plan.title')}>
      {polls.length === 0 ? (
        <EmptyState title={text('plan.empty')} text={text('plan.empty.text')}>
          <Button onClick={compose}>{text('polls.new')}</Button>
        </EmptyState>
      ) : (
        <>
          <ol className={styles.list}>
            {polls.map((poll, at) => (
              <li key={poll.poll}>
                <Row
                  poll={poll}
                  above={polls[at - 1]?.poll}
                  below={at + 1 < polls.length ? (polls[at + 2]?.poll ?? null) : undefined}
                  onEdit={() => setComposed(poll)}
                  onDuplicate={() => void prepare(newId(), poll.sheet)}
                />
              </li>
            ))}
          </ol>
          <div>
            <Button leftSection={<Icon of={IconPlus} size={18} />} onClick={compose}>
              {text('polls.new')}
            </Button>
          </div>
        </>
      )}
      <Composer
        of={composed}
        mayStart={false}
        onSave={sheet => prepare(composed?.poll ?? newId(), sheet)}
        onClose={() => setComposed(null)}
      />
    </section>
  );
}

type RowProps = {
  poll: PlannedPoll;
  /** The poll before it; undefined for the first. */
  above: string | undefined;
  /** The poll after the next one, null for the end; undefined for the last. */
  below: string | null | undefined;
  onEdit(): void;
  onDuplicate(): void;
};

function Row({ poll: { poll, sheet, runs }, above, below, onEdit, onDuplicate }: RowProps) {
  const text = useText();
  const { language } = useLanguage();
  const send = useCommand();
  const question = nameIn(sheet.question, language);
  const place = (before: string | null) => void send('polls.place', { poll, before });
  const remove = async () => {
    const ack = await send('polls.remove', { poll });
    if (!ack.ok) return;
    offerUndo({
      message: text('plan.removed', { question }),
      label: text('common.undo'),
      undo: () => void send('polls.recover', { poll }),
    });
  };
  const kept = runs.filter(({ status }) => status !== 'discarded').length;
  return (
    <article className={styles.row}>
      <span className={styles.sign}>
        <Icon of={kindSigns[sheet.design.kind]} size={24} />
      </span>
      <div className={styles.words}>
        <RowTitle title={question} onOpen={onEdit} />
        <p className={styles.meta}>
          <span>{text(`compose.kind.${sheet.design.kind}`)}</span>
          <Pill>{text(`polls.names.${sheet.names}`)}</Pill>
          {kept > 0 && <span>{text('plan.runs', { count: kept })}</span>}
          {flawsOf(sheet).length > 0 && <Pill tone="warning">{text('plan.unfinished')}</Pill>}
        </p>
      </div>
      <ActionIcon
        aria-label={text('compose.up', { name: question })}
        disabled={above === undefined}
        onClick={() => above !== undefined && place(above)}
      >
        <Icon of={IconArrowUp} size={18} />
      </ActionIcon>
      <ActionIcon
        aria-label={text('compose.down', { name: question })}
        disabled={below === undefined}
        onClick={() => below !== undefined && place(below)}
      >
        <Icon of={IconArrowDown} size={18} />
      </ActionIcon>
      <MenuOnDemand label={text('plan.menu', { question })}>
        <Menu.Item onClick={onEdit}>{text('plan.edit')}</Menu.Item>
        <Menu.Item onClick={onDuplicate}>{text('plan.duplicate')}</Menu.Item>
        <Menu.Item onClick={() => void remove()}>{text('plan.remove')}</Menu.Item>
      </MenuOnDemand>
    </article>
  );
}
