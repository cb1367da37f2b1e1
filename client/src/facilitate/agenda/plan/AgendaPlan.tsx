import { Button } from '@mantine/core';
import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { minutesOf } from '@multaqa/shared/facilitate/agenda/clock';
import type { SessionInput } from '@multaqa/shared/facilitate/sessions/sessions.messages';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { useBlocks } from '../use-blocks.ts';
import styles from './AgendaPlan.module.css';
import { BlockDialog } from './BlockDialog.tsx';
import { BlockRow } from './BlockRow.tsx';
import { CopyFrom } from './CopyFrom.tsx';
import { newBlock } from './new-block.ts';
import { TemplateCards } from './TemplateCards.tsx';
import { Total } from './Total.tsx';
import { useText } from './texts.ts';

/** The blocks of a session as hosts plan them, with the time at which each begins. */
export function AgendaPlan({ plan }: { plan: SessionInput }) {
  const text = useText();
  const send = useCommand();
  const mayPlan = useMay()('agenda.put');
  const { session, startsAt } = plan;
  const blocks = useBlocks(session);
  const [edited, setEdited] = useState<ShownBlock | null>(null);
  const startOf = (at: number) => startsAt + minutesOf(blocks.slice(0, at)) * 60_000;
  const duplicate = (block: ShownBlock) => void send('agenda.put', { session, ...block, block: newId() });
  const add = mayPlan && (
    <Button leftSection={<Icon of={IconPlus} size={18} />} onClick={() => setEdited(newBlock())}>
      {text('agenda.block.add')}
    </Button>
  );
  return (
    <section className={styles.part} aria-label={text('agenda.plan')}>
      {blocks.length === 0 ? (
        <TemplateCards session={session} mayPlan={mayPlan}>
          {add}
        </TemplateCards>
      ) : (
        <>
          <Total planned={minutesOf(blocks)} session={plan.minutes} />
          <ol className={styles.list}>
            {blocks.map((block, at) => (
              <li key={block.block}>
                <BlockRow
                  {...{ session, block, at, blocks, mayPlan }}
                  startsAt={startOf(at)}
                  onEdit={() => setEdited(block)}
                  onDuplicate={() => duplicate(block)}
                />
              </li>
            ))}
          </ol>
          {mayPlan && (
            <div className={styles.tools}>
              {add}
              <CopyFrom session={session} />
            </div>
          )}
        </>
      )}
      <BlockDialog
        session={session}
        of={edited}
        isNew={!blocks.some(({ block }) => block === edited?.block)}
        onClose={() => setEdited(null)}
      />
    </section>
  );
}
