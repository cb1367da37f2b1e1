import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import IconParking from '@tabler/icons-react/dist/esm/icons/IconParking.mjs';
import { useId } from 'react';
import { WriteBox } from '../../design/WriteBox.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useDraft, useMay } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './ParkBox.module.css';
import { useText } from './texts.ts';

/** The field in which something is put aside; what is typed survives a reload. */
export function ParkBox() {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  const mayPark = useMay()('agenda.park', { room });
  const [draft, setDraft] = useDraft(`agenda/${room}`);
  const hint = useId();
  const words = draft.trim();
  const isTooLong = words.length > limits.parkedGraphemes && graphemes(words) > limits.parkedGraphemes;
  if (!mayPark) return null;
  const park = () => {
    if (!words || isTooLong) return;
    void send('agenda.park', { room, item: newId(), text: words });
    setDraft('');
  };
  return (
    <WriteBox
      field={{
        ...{ 'aria-label': text('agenda.park'), 'aria-describedby': hint, placeholder: text('agenda.park') },
        ...{ value: draft, error: isTooLong, maxRows: 4, onChange: event => setDraft(event.currentTarget.value) },
      }}
      action={{ label: text('agenda.park.do'), icon: IconParking }}
      onSubmit={park}
    >
      <p id={hint} className={styles.hint}>
        {text('agenda.park.hint')}
      </p>
    </WriteBox>
  );
}
