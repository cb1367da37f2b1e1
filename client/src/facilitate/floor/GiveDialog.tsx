import { TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useRoom } from '../../dialogue/room.ts';
import styles from './HostDialogs.module.css';
import { Person } from './Person.tsx';
import { foundIn, useSpeakers } from './people-here.ts';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';
import { useGive } from './use-give.ts';

type Props = { isOpen: boolean; onClose(): void };

/** Gives the floor to anybody in the room, whether they have asked for it or not. */
export function GiveDialog({ isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('floor.give')} isOpen={isOpen} onClose={onClose} size={460}>
      <Choosing onDone={onClose} />
    </Dialog>
  );
}

function Choosing({ onDone }: { onDone(): void }) {
  const text = useText();
  const give = useGive();
  const { room } = useRoom();
  const { holder, queue } = useFloor(room);
  const [query, setQuery] = useState('');
  const speakers = useSpeakers().filter(({ person, isAway }) => !isAway && person !== holder?.person);
  const found = foundIn(speakers, query);
  return (
    <div className={styles.form}>
      <TextInput
        data-autofocus
        type="search"
        aria-label={text('floor.give.search')}
        placeholder={text('floor.give.search')}
        leftSection={<Icon of={IconSearch} size={20} />}
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      {found.length === 0 && <p>{text('floor.give.none')}</p>}
      <ul className={styles.people}>
        {found.map(({ person }) => (
          <li key={person}>
            <button
              type="button"
              className={styles.choice}
              onClick={() => {
                onDone();
                give(person);
              }}
            >
              <Person
                person={person}
                size="row"
                words={queue.some(ask => ask.person === person) ? text('floor.has-asked') : null}
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
