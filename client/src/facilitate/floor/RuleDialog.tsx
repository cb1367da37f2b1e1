import { Button, Radio } from '@mantine/core';
import { policies } from '@multaqa/shared/facilitate/floor/floor.messages';
import type { Rule } from '@multaqa/shared/facilitate/floor/floor.state';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import styles from './HostDialogs.module.css';
import { SecondsField } from './SecondsField.tsx';
import { useText } from './texts.ts';
import { useRule } from './use-floor.ts';

type Props = { isOpen: boolean; onClose(): void };

/** How the session gives the floor, in all of its rooms. */
export function RuleDialog({ isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('floor.rule')} isOpen={isOpen} onClose={onClose}>
      <Form onDone={onClose} />
    </Dialog>
  );
}

function Form({ onDone }: { onDone(): void }) {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  const [draft, setDraft] = useState(useRule(room));
  const change = (part: Partial<Rule>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const ack = await send('floor.rule', { session: sessionOf(room), ...draft });
    if (ack.ok) onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{text('floor.rule.text')}</p>
      <Radio.Group
        label={text('floor.rule.policy')}
        value={draft.policy}
        onChange={policy => change({ policy: policy as Rule['policy'] })}
      >
        <div className={styles.choices}>
          {policies.map(policy => (
            <Radio
              key={policy}
              value={policy}
              label={text(`floor.policy.${policy}`)}
              description={text(`floor.policy.${policy}.text`)}
            />
          ))}
        </div>
      </Radio.Group>
      <SecondsField label={text('floor.rule.cap')} value={draft.cap} onChange={cap => change({ cap })} />
      {draft.cap !== null && (
        <Radio.Group
          label={text('floor.rule.at-end')}
          value={draft.atEnd}
          onChange={atEnd => change({ atEnd: atEnd as Rule['atEnd'] })}
        >
          <div className={styles.choices}>
            <Radio value="cue" label={text('floor.rule.cue')} />
            <Radio value="hand-over" label={text('floor.rule.hand-over')} />
          </div>
        </Radio.Group>
      )}
      <Radio.Group
        label={text('floor.rule.others')}
        value={draft.others}
        onChange={others => change({ others: others as Rule['others'] })}
      >
        <div className={styles.choices}>
          <Radio value="free" label={text('floor.rule.free')} />
          <Radio value="muted" label={text('floor.rule.muted')} />
        </div>
      </Radio.Group>
      <FormActions>
        <Button variant="default" onClick={onDone}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('common.save')}</Button>
      </FormActions>
    </form>
  );
}
