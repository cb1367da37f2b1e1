import { Button, NumberInput, Radio } from '@mantine/core';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import type { Board } from '../scene/open-board.ts';
import { FrameField } from './FrameField.tsx';
import styles from './HostForms.module.css';
import { MinutesField } from './MinutesField.tsx';
import { useText } from './texts.ts';

/** What hosts begin for everybody at a board. */
export type HostForm = 'round' | 'vote' | 'timer';

type Props = { room: RoomId; board: Board; onClose(): void };

/** The form of what a host begins. */
export function HostForms({ form, ...props }: Props & { form: HostForm }) {
  const text = useText();
  const Form = { round: RoundForm, vote: VoteForm, timer: TimerForm }[form];
  return (
    <Dialog title={text(titles[form])} isOpen onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

const titles = { round: 'meeting.begin', vote: 'meeting.call', timer: 'meeting.timer' } as const;

function RoundForm({ room, board, onClose }: Props) {
  const text = useText();
  const send = useCommand();
  const [names, setNames] = useState<'shown' | 'hidden'>('shown');
  const [frame, setFrame] = useState<string | null>(null);
  const [seconds, setSeconds] = useState<number | null>(300);
  const begin = () => send('board.begin', { room, round: newId(), names, frame, seconds });
  return (
    <Form label={text('meeting.begin.do')} onBegin={begin} onClose={onClose}>
      <p>{text('meeting.begin.how')}</p>
      <Radio.Group
        label={text('meeting.begin.names')}
        value={names}
        onChange={value => setNames(value === 'hidden' ? 'hidden' : 'shown')}
      >
        <div className={styles.choices}>
          <Radio value="shown" label={text('meeting.begin.names.shown')} />
          <Radio value="hidden" label={text('meeting.begin.names.hidden')} />
        </div>
      </Radio.Group>
      <FrameField
        label={text('meeting.begin.where')}
        none={text('meeting.begin.beside')}
        {...{ board, value: frame, onChange: setFrame }}
      />
      <MinutesField value={seconds} onChange={setSeconds} none={text('meeting.minutes.none')} />
    </Form>
  );
}

function VoteForm({ room, board, onClose }: Props) {
  const text = useText();
  const send = useCommand();
  const [frame, setFrame] = useState<string | null>(null);
  const [dots, setDots] = useState(3);
  const [most, setMost] = useState(1);
  const [seconds, setSeconds] = useState<number | null>(null);
  const call = () => send('board.call', { room, vote: newId(), frame, dots, most: Math.min(most, dots), seconds });
  const whole = { min: 1, clampBehavior: 'strict', allowDecimal: false } as const;
  return (
    <Form label={text('meeting.call.do')} onBegin={call} onClose={onClose}>
      <p>{text('meeting.call.how')}</p>
      <div className={styles.two}>
        <NumberInput
          label={text('meeting.call.dots')}
          {...whole}
          max={limits.boardDots}
          value={dots}
          onChange={value => typeof value === 'number' && setDots(Math.max(1, value))}
        />
        <NumberInput
          label={text('meeting.call.most')}
          {...whole}
          max={dots}
          value={Math.min(most, dots)}
          onChange={value => typeof value === 'number' && setMost(Math.max(1, value))}
        />
      </div>
      <FrameField
        label={text('meeting.call.on')}
        none={text('meeting.call.notes')}
        {...{ board, value: frame, onChange: setFrame }}
      />
      <MinutesField value={seconds} onChange={setSeconds} none={text('meeting.minutes.none')} />
    </Form>
  );
}

function TimerForm({ room, onClose }: Props) {
  const text = useText();
  const send = useCommand();
  const [seconds, setSeconds] = useState<number | null>(300);
  return (
    <Form
      label={text('meeting.timer.do')}
      onBegin={() => send('board.time', { room, seconds: seconds ?? 300 })}
      onClose={onClose}
    >
      <MinutesField value={seconds} onChange={setSeconds} none={null} />
    </Form>
  );
}

type FormProps = { label: string; onBegin(): Promise<{ ok: boolean }>; onClose(): void; children: ReactNode };

function Form({ label, onBegin, onClose, children }: FormProps) {
  const text = useText();
  const begin = async () => {
    const ack = await onBegin();
    if (ack.ok) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        void begin();
      }}
    >
      {children}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{label}</Button>
      </FormActions>
    </form>
  );
}
