import { Button, TextInput } from '@mantine/core';
import type { Published } from '@multaqa/shared/cluster/cluster.state';
import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useMemo, useState } from 'react';
import { Dialog } from '../../../../design/Dialog.tsx';
import { FormActions } from '../../../../design/FormActions.tsx';
import { Icon } from '../../../../design/Icon.tsx';
import { Note } from '../../../../design/Note.tsx';
import { useCommand, useView } from '../../../../dialogue/use-dialogue.ts';
import { newId } from '../../../../platform/ids.ts';
import { refusalText } from '../../../../platform/texts.ts';
import { newSeed } from '../seed.ts';
import { useText } from '../texts.ts';
import { useGroupings, useGuests } from '../use-groupings.ts';
import { wayIcons } from '../ways.ts';
import { type Draft, draftOf, type StartedWay, startedWays, type Wanted } from './dealing.ts';
import styles from './NewGrouping.module.css';
import { type Options, OptionsOf } from './OptionsOf.tsx';
import { useSummary } from './use-summary.ts';

type Props = {
  session: string;
  /** The way that was chosen; null while nothing is begun. */
  way: StartedWay | null;
  onWay(way: StartedWay): void;
  onMade(grouping: string): void;
  onClose(): void;
};

/** Makes breakouts of a session: the way, how many rooms, and what comes of it before anything is saved. */
export function NewGrouping(props: Props) {
  const text = useText();
  const { way, onClose } = props;
  return (
    <Dialog title={text('prepare.new')} isOpen={way !== null} onClose={onClose} size={620}>
      {way && <Form {...props} way={way} />}
    </Dialog>
  );
}

function Form({ session, way, onWay, onMade, onClose }: Props & { way: StartedWay }) {
  const text = useText();
  const all = useGroupings(null);
  const published = useView(({ cluster }) => cluster.published);
  const [options, setOptions] = useState<Options>({ most: null, by: 'size', rooms: 4, size: 5, earlier: null });
  const [title, setTitle] = useState<string | null>(null);
  const usual = text(`prepare.way.${way}`);
  const wanted = wantedOf(way, options, all);
  const draft = useDraft(session, wanted, published);
  const summary = useSummary(draft);
  const { make, isBusy, problem } = useMaking(session, onMade, onClose);
  const hasEarlier = all.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && draft.rooms.length > 0) void make(way, title?.trim() || usual, draft);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className={styles.ways}>
        <legend className={styles.legend}>{text('prepare.new.way')}</legend>
        {startedWays.map(one => (
          <label key={one} className={styles.way} data-chosen={one === way} data-off={one === 'last' && !hasEarlier}>
            <input
              type="radio"
              name="way"
              value={one}
              checked={one === way}
              disabled={one === 'last' && !hasEarlier}
              onChange={() => onWay(one)}
            />
            <Icon of={wayIcons[one]} size={20} />
            <span>{text(`prepare.way.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.quiet}>{text(`prepare.way.${way}.text`)}</p>
      {way === 'cluster' && !published ? (
        <Note tone="warning">{text('prepare.new.no-clusters')}</Note>
      ) : (
        <OptionsOf way={way} options={options} groupings={all} onChange={setOptions} />
      )}
      <TextInput
        label={text('prepare.title')}
        description={text('prepare.title.hint')}
        maxLength={limits.nameGraphemes}
        value={title ?? usual}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      {summary && (
        <p className={styles.summary} role="status">
          {summary}
        </p>
      )}
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!draft || draft.rooms.length === 0}>
          {text('prepare.new.action')}
        </Button>
      </FormActions>
    </form>
  );
}

function wantedOf(way: StartedWay, options: Options, groupings: readonly GroupingView[]): Wanted | null {
  const { most, by, rooms, size } = options;
  switch (way) {
    case 'cluster':
      return { way, most };
    case 'random':
      return { way, rooms: by === 'rooms' ? { by, rooms } : { by, size } };
    case 'last': {
      const earlier = groupings.find(({ grouping }) => grouping === options.earlier) ?? groupings[0];
      return earlier ? { way, earlier } : null;
    }
    default:
      return { way, rooms };
  }
}

/** What would be made now; null where it cannot be. The same seed while the form is open, so that nothing jumps. */
function useDraft(session: string, wanted: Wanted | null, published: Published | null): Draft | null {
  const guests = useGuests();
  const [seed] = useState(newSeed);
  const key = JSON.stringify(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all that `wanted` does.
  return useMemo(() => {
    if (!wanted || (wanted.way === 'cluster' && !published)) return null;
    return draftOf(wanted, { guests, clusters: published?.clusters ?? [], session, seed, newId });
  }, [key, guests, published, session, seed]);
}

/** Saves a draft as a grouping, then names who leads its rooms. */
function useMaking(session: string, onMade: Props['onMade'], onClose: Props['onClose']) {
  const text = useText();
  const send = useCommand();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async (way: StartedWay, title: string, { rooms, sizes, people, appointed }: Draft) => {
    const grouping = newId();
    setBusy(true);
    const input = { grouping, session, title, way, round: null, rooms, sizes, people };
    const ack = await send('breakouts.prepare', input, { forgetRefusal: true });
    setBusy(false);
    if (!ack.ok) return setProblem(refusalText(text, ack));
    for (const one of appointed) void send('breakouts.appoint', { grouping, ...one });
    onClose();
    onMade(grouping);
  };
  return { make, isBusy, problem };
}
