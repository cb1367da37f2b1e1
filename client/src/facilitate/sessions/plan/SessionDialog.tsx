import { Button, NativeSelect, type NativeSelectProps, Textarea, TextInput } from '@mantine/core';
import { SessionInput } from '@multaqa/shared/facilitate/sessions/sessions.messages';
import { type FormEvent, useMemo, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { leftToRight } from '../../../design/directions.ts';
import { FormActions } from '../../../design/FormActions.tsx';
import { Note } from '../../../design/Note.tsx';
import { useCommand, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { refusalText } from '../../../platform/texts.ts';
import { instantOf, knownZones, wallClockAt } from '../../../platform/zones.ts';
import { rosterZones } from './roster-zones.ts';
import styles from './SessionDialog.module.css';
import { TimesThere } from './TimesThere.tsx';
import { useText } from './texts.ts';

export type EditedSession = { kind: 'plan' | 'edit'; input: SessionInput };

/** Plans a session, or changes its plan. */
export function SessionDialog({ edited, onClose }: { edited: EditedSession | null; onClose(): void }) {
  const text = useText();
  return (
    <Dialog
      title={text(edited?.kind === 'edit' ? 'sessions.edit.title' : 'sessions.plan.title')}
      isOpen={edited !== null}
      onClose={onClose}
      size={620}
    >
      {edited && <Form edited={edited} onClose={onClose} />}
    </Dialog>
  );
}

const lengths = [30, 45, 60, 75, 90, 120, 150, 180, 240];

function Form({ edited, onClose }: { edited: EditedSession; onClose(): void }) {
  const text = useText();
  const send = useCommand();
  const moments = useMoments();
  const now = useServerClock();
  const [plan, setPlan] = useState(edited.input);
  const zones = useZones(plan.zone, edited.input.startsAt);
  const [clock, setClock] = useState(() => wallClockAt(edited.input.startsAt, edited.input.zone));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const startsAt = instantOf(clock, plan.zone);

  const save = async () => {
    const parsed = SessionInput.safeParse({ ...plan, startsAt });
    setWrong(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
    if (!parsed.success) return;
    setBusy(true);
    const ack = await send(`sessions.${edited.kind}`, parsed.data, { forgetRefusal: true });
    setBusy(false);
    if (ack.ok) onClose();
    else setProblem(refusalText(text, ack));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const minutes = [...new Set([...lengths, plan.minutes])].sort((a, b) => a - b);

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={text('sessions.title')}
        value={plan.title}
        required
        error={wrong.includes('title') && text('sessions.error.title')}
        onChange={event => setPlan({ ...plan, title: event.currentTarget.value })}
        data-autofocus
      />
      <Textarea
        label={text('sessions.goal')}
        value={plan.goal}
        rows={3}
        error={wrong.includes('goal') && text('sessions.error.goal')}
        onChange={event => setPlan({ ...plan, goal: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <TextInput
          label={text('sessions.date')}
          type="date"
          value={clock.date}
          required
          error={wrong.includes('startsAt') && text('sessions.error.start')}
          onChange={event => setClock({ ...clock, date: event.currentTarget.value })}
        />
        <TextInput
          label={text('sessions.time')}
          type="time"
          value={clock.time}
          required
          onChange={event => setClock({ ...clock, time: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('sessions.length')}
          value={String(plan.minutes)}
          data={minutes.map(value => ({ value: String(value), label: text('common.minutes', { count: value }) }))}
          onChange={event => setPlan({ ...plan, minutes: Number(event.currentTarget.value) })}
        />
      </div>
      <NativeSelect
        label={text('sessions.zone')}
        description={text('sessions.zone.hint')}
        value={plan.zone}
        attributes={leftToRight}
        data={zones}
        onChange={event => setPlan({ ...plan, zone: event.currentTarget.value })}
      />
      {startsAt !== null && (
        <div>
          <p className={styles.quiet}>{moments.appointment(startsAt, plan.zone)}</p>
          <TimesThere at={startsAt} />
        </div>
      )}
      {startsAt !== null && startsAt < now() && startsAt !== edited.input.startsAt && (
        <Note tone="warning">{text('sessions.past', { relative: moments.relative(startsAt, now()) })}</Note>
      )}
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {text('sessions.save')}
        </Button>
      </FormActions>
    </form>
  );
}

/** The zones to choose from: first those where people of the roster live. */
function useZones(chosen: string, at: number): NonNullable<NativeSelectProps['data']> {
  const text = useText();
  const people = useView(view => view.people);
  return useMemo(() => {
    const first = [...new Set(rosterZones(people, at).map(({ zone }) => zone))];
    const others = [...new Set([chosen, ...knownZones()])].filter(zone => !first.includes(zone));
    if (first.length === 0) return others;
    return [
      { group: text('sessions.times-there'), items: first },
      { group: text('sessions.zones.others'), items: others },
    ];
  }, [people, at, chosen, text]);
}
